import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusBadge } from '../recruiter/status-badge';
import { useFormat } from '../ui/use-format';
import choices from './choices.module.css';
import classes from './finalists-table.module.css';
import { type Finalist, rubricNamesQuery } from './queries';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly cell: (one: Finalist) => ReactNode;
}

export interface RowGroup {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly Row[];
}

interface FinalistsTableProps {
  readonly items: readonly Finalist[];
  /** What the table is of. */
  readonly label: string;
  /** Rows before and after what the rules and the people say. */
  readonly before?: readonly RowGroup[];
  readonly after?: readonly RowGroup[];
}

/** A column for each candidate: what the rules say, how firmly, criterion by criterion, and what was decided. */
export function FinalistsTable({ items, label, before = [], after = [] }: FinalistsTableProps) {
  const { t } = useTranslation('debrief');
  const groups = [...before, ...useRows(items), ...after];
  return (
    // Wider than a phone: it scrolls by itself, also by the keyboard.
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.what}>
              {t('finalists.what')}
            </th>
            {items.map(({ applicationId, candidate, debrief, status, stage }) => (
              <th key={applicationId} scope="col">
                <Anchor component={Link} to={`/debriefs/${debrief.id}`} fw={600}>
                  {candidate.name}
                </Anchor>
                <Text size="xs" c="dimmed" mb={4}>
                  {stage?.name ?? '–'}
                </Text>
                <StatusBadge of="application" status={status} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th scope="rowgroup" className={classes.group} colSpan={items.length + 1}>
                <span>{group.name}</span>
              </th>
            </tr>
            {group.rows.map(({ key, name, cell }) => (
              <tr key={key}>
                <th scope="row" className={classes.what}>
                  {name}
                </th>
                {items.map((one) => (
                  <td key={one.applicationId}>{cell(one)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function useRows(items: readonly Finalist[]): readonly RowGroup[] {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const names = useQuery(rubricNamesQuery(items[0]?.rubricVersionId ?? '')).data;
  const number = (value: number | null | undefined, digits = 2) => (value === null || value === undefined ? '–' : format.number(value, digits));
  const count = (value: number | null) => (value === null ? '–' : format.number(value));
  const outcome = (one: string) => (
    <span className={choices.tone} data-choice={one}>
      {t(`outcome.${one}`)}
    </span>
  );
  const rules: Row[] = [
    { key: 'outcome', name: t('finalists.outcome'), cell: ({ recommendation }) => outcome(recommendation.outcome) },
    { key: 'deciding', name: t('finalists.deciding'), cell: ({ recommendation }) => number(recommendation.deciding, 3) },
    { key: 'flips', name: t('finalists.flips'), cell: ({ recommendation }) => count(recommendation.flips) },
    { key: 'missing', name: t('finalists.missing'), cell: ({ recommendation }) => count(recommendation.missing) },
    {
      key: 'unexposed',
      name: t('summary.unexposed'),
      cell: ({ recommendation: { outcome: latest, unexposed } }) => (unexposed === latest ? t('finalists.same') : outcome(unexposed)),
    },
    {
      key: 'gates',
      name: t('finalists.gates'),
      cell: ({ recommendation: { gates } }) => (gates.length === 0 ? t('finalists.none') : format.list(gates.map((key) => names?.get(key) ?? key))),
    },
  ];
  const criteria = unique(items.flatMap(({ recommendation }) => recommendation.criteria)).map(({ key, name }): Row => ({
    key: `criterion ${key}`,
    name,
    cell: ({ recommendation }) => {
      const found = recommendation.criteria.find((one) => one.key === key);
      if (found?.mean === null || found === undefined) return '–';
      return (
        <>
          {number(found.mean, 3)}{' '}
          <Text span size="xs" c="dimmed">
            {found.min === found.max
              ? t('finalists.ratings', { count: found.n })
              : t('finalists.range', { low: number(found.min), high: number(found.max), count: found.n })}
          </Text>
        </>
      );
    },
  }));
  const signals = unique(items.flatMap(({ recommendation }) => recommendation.signals)).map(({ key }): Row => ({
    key: `signal ${key}`,
    name: names?.get(key) ?? key,
    cell: ({ recommendation }) => {
      const found = recommendation.signals.find((one) => one.key === key);
      return [number(found?.value), ...(found?.quadrant === undefined ? [] : [found.quadrant])].join(' · ');
    },
  }));
  const people: Row[] = [
    { key: 'state', name: t('finalists.debrief'), cell: ({ debrief }) => t(`state.${debrief.state}`) },
    {
      key: 'decision',
      name: t('finalists.decision'),
      cell: ({ decision }) =>
        decision === null ? (
          '–'
        ) : (
          <>
            {outcome(decision.outcome)}
            <Text size="xs" c="dimmed">
              {[decision.level, ...(decision.departs ? [t('finalists.departs')] : []), format.date(decision.decidedAt)].filter(Boolean).join(' · ')}
            </Text>
          </>
        ),
    },
  ];
  const group = (key: string, rows: readonly Row[]): RowGroup => ({ key, name: t(`finalists.group.${key}`), rows });
  return [group('rules', rules), group('criteria', criteria), ...(signals.length === 0 ? [] : [group('signals', signals)]), group('people', people)];
}

function unique<One extends { readonly key: string }>(all: readonly One[]): One[] {
  return [...new Map(all.map((one) => [one.key, one])).values()];
}
