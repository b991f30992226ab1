import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { QueryState } from '../ui/query-state';
import { applicationQuery } from './queries';

/** Messages lead to an application's debrief by the application; the room has an address of its own. */
export function Component() {
  const { applicationId = '' } = useParams();
  return (
    <QueryState query={useQuery(applicationQuery(applicationId))}>{({ debriefId }) => <Navigate to={`/debriefs/${debriefId}`} replace />}</QueryState>
  );
}
