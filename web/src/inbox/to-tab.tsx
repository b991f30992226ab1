import { Navigate, useLocation, useParams } from 'react-router';

/** `/applications/…/offers`, as letters have it: that tab of the application. */
export function Component() {
  const { applicationId = '' } = useParams();
  const tab = useLocation().pathname.split('/').at(-1) ?? '';
  return <Navigate to={`/applications/${applicationId}?tab=${tab}`} replace />;
}
