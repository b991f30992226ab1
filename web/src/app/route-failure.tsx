import { isRouteErrorResponse, useRouteError } from 'react-router';
import { asProblem } from '../api/problem';
import { NotFound } from './not-found';
import { FailureScreen } from './failure-screen';

/** A screen that could not be loaded or drawn; the frame around it stays. */
export function RouteFailure() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return <FailureScreen problem={asProblem(error)} />;
}
