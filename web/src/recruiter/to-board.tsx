import { Navigate, useLocation } from 'react-router';

/** Applications are listed on the board. */
export function Component() {
  const { search } = useLocation();
  return <Navigate to={`/board${search}`} replace />;
}
