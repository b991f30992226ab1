import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { queryClient } from '../api/query-client';
import { forgetOpenCard } from '../offline/open-card';

/** Whether somebody is signed in, and what a screen needs before anybody is. */
export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: () => unwrap(api.GET('/api/v1/auth/session')), staleTime: 60_000 });
}

/** Forgets everything the person before could see. */
export function forgetEverything(): void {
  queryClient.clear();
  forgetOpenCard();
}
