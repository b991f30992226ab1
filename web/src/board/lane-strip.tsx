import { Skeleton, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './lane-strip.module.css';
import type { BoardCounts } from './queries';
import { useLaneName } from './use-lane-name';

interface LaneStripProps {
  readonly counts: BoardCounts | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (column: string | undefined) => void;
}

/** The rounds in their order with how many stand in each, and how many of these are late; each is the way to them. */
export function LaneStrip({ counts, chosen, onChoose }: LaneStripProps) {
  const { t } = useTranslation('board');
  const laneName = useLaneName();
  if (!counts) return <Skeleton height={64} radius="md" mb="sm" aria-hidden />;
  const known = counts.columns.some(({ column }) => column === chosen);
  const lanes = [
    { column: undefined, label: t('lane.all'), count: counts.total, late: counts.late },
    ...counts.columns.map(({ column, name, count, late }) => ({ column, label: laneName(column, name), count, late })),
    ...(chosen !== undefined && !known ? [{ column: chosen, label: laneName(chosen, null), count: 0, late: 0 }] : []),
  ];
  return (
    <div role="group" aria-label={t('lane.label')} className={classes.strip}>
      {lanes.map(({ column, label, count, late }) => (
        <Lane
          key={column ?? ''}
          label={label}
          count={count}
          late={late}
          isChosen={column === chosen}
          onChoose={() => onChoose(column === chosen ? undefined : column)}
        />
      ))}
    </div>
  );
}

interface LaneProps {
  readonly label: string;
  readonly count: number;
  readonly late: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Lane({ label, count, late, isChosen, onChoose }: LaneProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (
    <UnstyledButton className={classes.lane} aria-pressed={isChosen} data-chosen={isChosen || undefined} onClick={onChoose}>
      <span className={classes.name}>{label}</span>
      <span className={classes.figures}>
        <span className={classes.count}>{format.number(count)}</span>
        {late > 0 && <span className={classes.late}>{t('lane.late', { count: late })}</span>}
      </span>
    </UnstyledButton>
  );
}
