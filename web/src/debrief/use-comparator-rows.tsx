import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../ui/use-format';
import type { RowGroup } from './finalists-table';
import type { Finalist } from './queries';

/** What a complaint adds to a comparison: why each is on the list and what became of them, and after the figures the ways to read on. */
export function useComparatorRows(subject: Finalist | undefined): { readonly before: readonly RowGroup[]; readonly after: readonly RowGroup[] } {
  const { t } = useTranslation(['debrief', 'recruiter']);
  const format = useFormat();
  const isSubject = (one: Finalist) => one.applicationId === subject?.applicationId;
  const why = (one: Finalist) => {
    if (isSubject(one)) return <b>{t('comparators.subject')}</b>;
    return (
      <>
        {one.stage ? t('comparators.cameAsFar', { round: one.stage.name }) : t('comparators.noRound')}
        <Text size="xs" c="dimmed">
          {t(one.rubricVersionId === subject?.rubricVersionId ? 'comparators.sameRubric' : 'comparators.otherRubric')}
        </Text>
      </>
    );
  };
  // The reason of one that still runs is that of its last step, not of an end.
  const ended = ({ endedAt, reasonCode }: Finalist) =>
    endedAt === null
      ? t('comparators.running')
      : [format.date(endedAt), ...(reasonCode === null ? [] : [t(`recruiter:reasonCode.${reasonCode}`, { defaultValue: reasonCode })])].join(' · ');
  const readOn = ({ applicationId, candidate, debrief }: Finalist) => (
    <Stack gap={4} align="flex-start">
      {(
        [
          ['application', `/applications/${applicationId}`],
          ['debrief', `/debriefs/${debrief.id}`],
          ['decision', `/debriefs/${debrief.id}?tab=decision`],
          ['history', `/applications/${applicationId}?tab=history`],
        ] as const
      ).map(([what, to]) => (
        <Anchor
          key={what}
          component={Link}
          to={to}
          size="sm"
          aria-label={t('comparators.linkOf', { what: t(`comparators.link.${what}`), name: candidate.name })}
        >
          {t(`comparators.link.${what}`)}
        </Anchor>
      ))}
    </Stack>
  );
  return {
    before: [
      {
        key: 'why',
        name: t('comparators.group.why'),
        rows: [
          { key: 'why', name: t('comparators.why'), cell: why },
          { key: 'started', name: t('comparators.started'), cell: ({ startedAt }) => format.date(startedAt) },
          { key: 'ended', name: t('comparators.ended'), cell: ended },
        ],
      },
    ],
    after: [{ key: 'read', name: t('comparators.group.read'), rows: [{ key: 'read', name: t('comparators.read'), cell: readOn }] }],
  };
}
