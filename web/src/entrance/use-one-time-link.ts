import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { api, unwrap } from '../api/client';

/** The secret of a one-time link stands behind its `#`, so that no server and no log along the way sees it. */
export function useOneTimeLink() {
  const { hash } = useLocation();
  const [token] = useState(() => hash.slice(1));
  const link = useQuery({
    queryKey: ['one-time-link', token],
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
    queryFn: () => unwrap(api.POST('/api/v1/auth/links/look', { body: { token } })),
  });
  return { token, link };
}
