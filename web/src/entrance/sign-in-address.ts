interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** The sign-in screen, remembering where the person wanted to be. */
export function signInAddress(from: Place, ended = false): string {
  const to = from.pathname + from.search + from.hash;
  const query = new URLSearchParams();
  if (to !== '/') query.set('to', to);
  if (ended) query.set('ended', '1');
  return query.size > 0 ? `/sign-in?${query.toString()}` : '/sign-in';
}

/** Where to go after signing in: only to this product's own screens. */
export function targetOf(query: URLSearchParams): string {
  const to = query.get('to') ?? '/';
  return to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : '/';
}
