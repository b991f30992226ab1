import { Text } from '@mantine/core';
import { IconArrowRight, IconBan, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { useFormat } from '../ui/use-format';
import { useProblemWords } from '../ui/use-problem-words';
import type { BulkStep } from './bulk-runs';
import classes from './bulk.module.css';
import type { BulkItem } from './queries';

const ICONS = { pending: IconArrowRight, changed: IconCheck, refused: IconBan } as const;

interface BulkItemsProps {
  readonly items: readonly BulkItem[];
  readonly step: BulkStep;
}

/** What would become, or became, of each application; what will not change comes first, with why. */
export function BulkItems({ items, step }: BulkItemsProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const count = (of: BulkItem['state']) => items.filter(({ state }) => state === of).length;
  const [pending, changed, refused] = [count('pending'), count('changed'), count('refused')];
  const sorted = [...items.filter(({ state }) => state === 'refused'), ...items.filter(({ state }) => state !== 'refused')];
  return (
    <>
      <div className={classes.counts} role="status">
        {step === 'preview' && <span>{t('bulk.will', { count: pending, shown: format.number(pending) })}</span>}
        {step !== 'preview' && <span className={classes.changed}>{t('bulk.changed', { count: changed, shown: format.number(changed) })}</span>}
        {refused > 0 && (
          <span className={classes.refused}>
            {t(step === 'preview' ? 'bulk.wont' : 'bulk.refused', { count: refused, shown: format.number(refused) })}
          </span>
        )}
      </div>
      {/* A scrolling list is reached by the keyboard. */}
      <ul className={classes.items} tabIndex={0} aria-label={t('bulk.items')}>
        {sorted.map((item) => (
          <Item key={item.applicationId} item={item} />
        ))}
      </ul>
    </>
  );
}

function Item({ item }: { readonly item: BulkItem }) {
  const { t } = useTranslation('board');
  const { state, candidateName, jobTitle } = item;
  const Icon = ICONS[state];
  return (
    <li className={classes.item}>
      <span className={classes.mark} data-state={state}>
        <Icon size={15} aria-label={t(`bulk.state.${state}`)} />
      </span>
      <div>
        <Text size="sm" fw={500}>
          {candidateName ?? t('bulk.unknown')}
        </Text>
        {jobTitle !== null && (
          <Text size="xs" c="dimmed">
            {jobTitle}
          </Text>
        )}
      </div>
      <Change item={item} />
    </li>
  );
}

function Change({ item: { refusal, before, after } }: { readonly item: BulkItem }) {
  const { t } = useTranslation('board');
  const words = useProblemWords();
  if (refusal) {
    return (
      <Text size="sm" className={classes.refused}>
        {words.problem(new Problem(0, refusal.code, refusal.detail)).text}
      </Text>
    );
  }
  if (after === null) return <span />;
  if (after.userId !== null) return <Text size="sm">{t('bulk.to', { name: after.userName ?? '' })}</Text>;
  const stand = ({ status, roundName }: NonNullable<BulkItem['after']>) =>
    status === null || status === 'active' ? (roundName ?? t('lane.name.debrief')) : t(`status.${status}`);
  return (
    <Text size="sm">
      {before !== null && `${stand(before)} → `}
      <b>{stand(after)}</b>
    </Text>
  );
}
