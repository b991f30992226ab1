import { Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { HeatCell } from './heat-cell';
import classes from './heat-map.module.css';
import { challengesQuery } from './queries';
import type { CriterionFigures } from './recommendation';
import { type Room, useRoom } from './room';
import { SpreadStrip } from './spread-strip';

const ORDERS = ['spread', 'rubric'] as const;
type Order = (typeof ORDERS)[number];

/** Criteria × interviewers: who rated what, and how far apart. A table first; the colours only repeat the numbers. */
export function HeatMap() {
  const { t } = useTranslation('debrief');
  const room = useRoom();
  const [order, setOrder] = useState<Order>('spread');
  const rows = ordered(room, order);
  return (
    <section aria-labelledby="heat-title">
      <Group justify="space-between" align="flex-end" mb="xs" gap="xs">
        <div>
          <Title order={2} size="h3" id="heat-title">
            {t('heat.title')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('heat.text')}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          className="no-print"
          aria-label={t('heat.order')}
          value={order}
          onChange={(value) => setOrder(ORDERS.find((one) => one === value) ?? 'spread')}
          data={ORDERS.map((value) => ({ value, label: t(`heat.by.${value}`) }))}
        />
      </Group>
      <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby="heat-title">
        <table className={classes.table}>
          <Heads />
          <tbody>
            {rows.map((figures) => (
              <Row key={figures.key} figures={figures} />
            ))}
          </tbody>
          <Verdicts />
        </table>
      </div>
      <Legend />
    </section>
  );
}

/** Criteria nobody rated come last; otherwise the widest apart first, or as the rubric has them. */
function ordered({ recommendation }: Room, order: Order): CriterionFigures[] {
  const width = ({ n, averageDeviation }: CriterionFigures) => (n === 0 ? -1 : (averageDeviation ?? 0));
  return order === 'rubric' ? [...recommendation.criteria] : recommendation.criteria.toSorted((a, b) => width(b) - width(a));
}

function Heads() {
  const { t } = useTranslation('debrief');
  const { judged, read, reading } = useRoom();
  const rounds = judged.reduce<{ key: string; name: string; cards: number }[]>((found, { round }) => {
    const last = found.at(-1);
    if (last?.key === round.key) last.cards += 1;
    else found.push({ ...round, cards: 1 });
    return found;
  }, []);
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className={classes.corner}>
          {t('heat.criterion')}
        </th>
        {rounds.map(({ key, name, cards }) => (
          <th key={key} scope="colgroup" colSpan={cards} className={classes.round} title={name}>
            <span>{name}</span>
          </th>
        ))}
        <th scope="col" rowSpan={2} className={classes.figure}>
          {t('heat.mean')}
        </th>
        <th scope="col" rowSpan={2} className={classes.spread}>
          {t('heat.spread')}
        </th>
      </tr>
      <tr>
        {judged.map((card) => (
          <th key={card.id} scope="col" className={classes.person} data-open={reading?.cardId === card.id || undefined}>
            <button
              type="button"
              onClick={() => read({ cardId: card.id, criterion: null })}
              title={t('heat.readOf', { name: card.interviewer.name, round: card.round.name })}
            >
              {card.interviewer.name}
            </button>
            {!card.counts && <span className={classes.note}>{t('heat.notCounted')}</span>}
            {card.exposed === true && <span className={classes.note}>{t('heat.exposed')}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ figures }: { readonly figures: CriterionFigures }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { judged, rubric, debrief, criterionName } = useRoom();
  const challenges = useQuery(challengesQuery(debrief.id)).data ?? [];
  const criterion = rubric.criteria.find(({ key }) => key === figures.key);
  const isOpen = (cardId: string) => challenges.some((one) => one.scorecardId === cardId && one.criterion === figures.key && one.status === 'open');
  return (
    <tr>
      <th scope="row" className={classes.criterion}>
        <span>{criterionName(figures.key)}</span>
        <span className={classes.weight}>{t('heat.weight', { weight: format.number(criterion?.weight ?? 1, 3) })}</span>
      </th>
      {judged.map((card) => (
        <HeatCell key={card.id} card={card} criterion={figures.key} isChallenged={isOpen(card.id)} />
      ))}
      <td className={`${classes.figure} numbers`}>{figures.mean === null ? '–' : format.number(figures.mean, 3)}</td>
      <td className={classes.spread}>
        <SpreadStrip figures={figures} />
      </td>
    </tr>
  );
}

/** Each interviewer's own overall call, under what they scored. */
function Verdicts() {
  const { t } = useTranslation('debrief');
  const { judged } = useRoom();
  return (
    <tfoot>
      <tr>
        <th scope="row" className={classes.criterion}>
          {t('heat.verdict')}
        </th>
        {judged.map(({ id, content }) => (
          <td key={id} className={classes.verdict} data-verdict={content?.verdict ?? undefined}>
            {content?.verdict ? t(`outcome.${content.verdict}`) : '–'}
          </td>
        ))}
        <td colSpan={2} />
      </tr>
    </tfoot>
  );
}

function Legend() {
  const { t } = useTranslation('debrief');
  const { rubric } = useRoom();
  const { levels, labels } = rubric.scale;
  return (
    <div className={classes.legend} aria-hidden>
      {labels.map((label, index) => (
        <span key={label}>
          <i className={classes.swatch} style={{ '--x': levels < 2 ? 0 : index / (levels - 1) }} />
          {index + 1} {label}
        </span>
      ))}
      <span>
        <i className={classes.swatch} data-empty />– {t('heat.notAssessed')}
      </span>
      <span>
        <i className={classes.swatch} data-unsure />
        {t('heat.unsure')}
      </span>
    </div>
  );
}
