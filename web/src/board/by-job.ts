interface OfJob {
  readonly jobId: string;
  readonly jobTitle: string;
  readonly position: number;
}

export interface JobRounds<Round> {
  readonly jobId: string;
  readonly jobTitle: string;
  readonly rounds: readonly Round[];
}

/** Rounds of each job in their order; of one job only where one is chosen. */
export function byJob<Round extends OfJob>(items: readonly Round[], jobId: string | null): JobRounds<Round>[] {
  const jobs = new Map<string, Round[]>();
  for (const item of items) {
    if (jobId !== null && item.jobId !== jobId) continue;
    jobs.set(item.jobId, [...(jobs.get(item.jobId) ?? []), item]);
  }
  return [...jobs].map(([id, rounds]) => ({
    jobId: id,
    jobTitle: rounds[0]?.jobTitle ?? '',
    rounds: [...rounds].sort((one, other) => one.position - other.position),
  }));
}
