import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { api, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { ScreenSkeleton } from '../ui/screen-skeleton';

/** `/interviews/…`, as letters have it: one's own card of that interview, else the list of one's interviews. */
export function Component() {
  const { interviewId = '' } = useParams();
  const mine = useQuery({
    queryKey: ['me', 'interviews', 'of', interviewId],
    queryFn: async () => (await unwrap(api.GET('/api/v1/me/interviews', { params: { query: { limit: 200, show: 'all' } } }))).items,
  });
  if (mine.isError) return <ProblemAlert problem={mine.error} onRetry={() => void mine.refetch()} />;
  if (!mine.data) return <ScreenSkeleton />;
  const card = mine.data.find((one) => one.id === interviewId)?.card;
  return <Navigate to={card ? `/scorecards/${card.id}` : '/interviews?show=all'} replace />;
}
