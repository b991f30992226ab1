import { useQuery } from '@tanstack/react-query';
import { forgetCardOfOthers, orKept } from '../offline/open-card';
import { api, unwrap } from './client';
import type { components } from './schema.gen';

export type Me = components['schemas']['MeDto'];

/** Who is signed in; the frame around every screen waits for it. */
export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: () => orKept(['me'], askWhoIsSignedIn), staleTime: 5 * 60_000 });
}

async function askWhoIsSignedIn(): Promise<Me> {
  const me = await unwrap(api.GET('/api/v1/me'));
  forgetCardOfOthers(me.id);
  return me;
}

/** Who is signed in as far as it is known already; asks nobody, for screens that are there before anybody is. */
export function useKnownMe(): Me | undefined {
  return useQuery<Me>({ queryKey: ['me'], enabled: false }).data;
}
