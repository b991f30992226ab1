import { useQueries } from '@tanstack/react-query';
import { jobQuery, planRoundsQuery } from '../recruiter/queries';

/** Rounds of the plans that the chosen jobs run by, by key. */
export function useRoundChoice(jobIds: readonly string[], planId: string): readonly { readonly value: string; readonly label: string }[] {
  const jobs = useQueries({ queries: [...new Set(jobIds.filter((id) => id !== ''))].map(jobQuery) });
  const plans = [...new Set([planId, ...jobs.map(({ data }) => data?.planId ?? '')])].filter((id) => id !== '');
  const rounds = useQueries({ queries: plans.map(planRoundsQuery) }).flatMap(({ data }) => data ?? []);
  return rounds
    .filter(({ key }, index) => rounds.findIndex((one) => one.key === key) === index)
    .map(({ key, name }) => ({ value: key, label: name }));
}
