import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem';

type Listener = () => void;
const signedOutListeners = new Set<Listener>();

/** Calls back when an answer says that the session is over. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

export function noticeSignedOut(error: unknown): void {
  if (asProblem(error).isSignedOut) for (const listener of signedOutListeners) listener();
}

/** Asking again helps only where nobody answered, or the server was busy. */
function mayHelpToAskAgain(failures: number, error: unknown): boolean {
  const { status } = asProblem(error);
  return failures < 2 && (status === 0 || status === 502 || status === 503);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: mayHelpToAskAgain, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
