import { useInfiniteQuery } from '@tanstack/react-query';
import { type MappingDraft, wordsIn } from './mapping-draft';
import { type Import, type RecordKind, reportQuery } from './queries';

/** Words of the file that somebody may want to say the meaning of: of a CSV file from its first rows, else from the plan. */
export function useFileWords(one: Import, { columns }: MappingDraft) {
  const isCsv = one.columns !== null;
  const planned = (kind: RecordKind) => ({
    ...reportQuery(one.id, `${one.state} ${one.version}`, { kind, action: null, code: null }),
    enabled: !isCsv && one.plannedAt !== null,
  });
  const [jobs, stages] = [useInfiniteQuery(planned('job')).data, useInfiniteQuery(planned('stage')).data];
  const names = (pages: typeof jobs) => [
    ...new Set((pages?.pages ?? []).flatMap(({ items }) => items.map(({ label, externalId }) => label ?? externalId))),
  ];
  return {
    jobs: isCsv ? wordsIn(one.columns, columns['job']) : names(jobs),
    stages: isCsv ? wordsIn(one.columns, columns['stage']) : names(stages),
    statuses: wordsIn(one.columns, columns['status']),
  };
}
