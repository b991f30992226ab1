import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import reasons from './reasons-tab.module.css';
import { useRoom } from './room';
import { RoomSection } from './room-section';
import classes from './section.module.css';

/** The outcome with each card left out in turn, and how far each card moves the deciding value. */
export function LeaveOneOut() {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { recommendation, authorOf, read } = useRoom();
  const { leaveOneOut, influence } = recommendation.stability;
  if (leaveOneOut.length === 0) return null;
  const widest = Math.max(...influence.map(({ value }) => Math.abs(value ?? 0)), 1e-9);
  const moved = (scorecard: string) => influence.find((one) => one.scorecard === scorecard)?.value ?? null;
  return (
    <RoomSection id="without" title={t('without.title')} text={t('without.text')}>
      <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby="without-title">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('without.card')}</th>
              <th scope="col">{t('without.outcome')}</th>
              <th scope="col">{t('without.value')}</th>
              <th scope="col">{t('without.influence')}</th>
            </tr>
          </thead>
          <tbody>
            {leaveOneOut.map(({ scorecard, outcome, deciding }) => (
              <tr key={scorecard}>
                <th scope="row">
                  <Anchor component="button" type="button" size="sm" ta="start" onClick={() => read({ cardId: scorecard, criterion: null })}>
                    {authorOf(scorecard)}
                  </Anchor>
                </th>
                <td className={outcome === recommendation.outcome ? undefined : classes.changed}>{t(`outcome.${outcome}`)}</td>
                <td className={classes.number}>{deciding === null ? '–' : format.number(deciding, 3)}</td>
                <td>
                  <InfluenceBar value={moved(scorecard)} widest={widest} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </RoomSection>
  );
}

function InfluenceBar({ value, widest }: { readonly value: number | null; readonly widest: number }) {
  const format = useFormat();
  if (value === null) return <>–</>;
  const share = (50 * Math.abs(value)) / widest;
  return (
    <span className={reasons.influence}>
      <span className={reasons.axis} aria-hidden>
        <span
          className={reasons.bar}
          data-down={value < 0 || undefined}
          style={{ insetInlineStart: `${value < 0 ? 50 - share : 50}%`, inlineSize: `${share}%` }}
        />
      </span>
      <span className={classes.number}>
        {value > 0 ? '+' : value < 0 ? '−' : ''}
        {format.number(Math.abs(value), 2)}
      </span>
    </span>
  );
}
