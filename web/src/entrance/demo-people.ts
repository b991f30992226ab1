import { useQuery } from '@tanstack/react-query';
import { Problem, problemOf } from '../api/problem';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  /** What they do in the demo organisation. */
  readonly title: string;
}

function isDemoPerson(value: unknown): value is DemoPerson {
  return typeof value === 'object' && value !== null && 'name' in value && 'email' in value && 'title' in value;
}

/** Who can sign in without a password: answered by a demo on the machine it runs on, and by nothing else. */
export function useDemoPeople(isDemo: boolean) {
  return useQuery({
    queryKey: ['demo-people'],
    enabled: isDemo,
    retry: false,
    queryFn: async (): Promise<readonly DemoPerson[]> => {
      const response = await fetch('/api/v1/auth/demo', { credentials: 'same-origin' });
      if (!response.ok) return [];
      const body: unknown = await response.json();
      const people = typeof body === 'object' && body !== null && 'items' in body ? body.items : body;
      return Array.isArray(people) ? people.filter(isDemoPerson) : [];
    },
  });
}

export async function signInAsDemo(email: string): Promise<void> {
  const response = await fetch('/api/v1/auth/demo', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  }).catch((error: unknown) => {
    throw new Problem(0, 'unreachable', String(error));
  });
  if (!response.ok) throw problemOf(response, await response.json().catch(() => null));
}
