import { Navigate } from 'react-router';
import { useMe } from '../api/me';
import { screensFor } from './area';
import { NotFound } from './not-found';

/** `/` is the first screen the person has. */
export function FirstScreen() {
  const me = useMe().data;
  const first = me && screensFor(me)[0];
  return first ? <Navigate to={first.path} replace /> : <NotFound />;
}
