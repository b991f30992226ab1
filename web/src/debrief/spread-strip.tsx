import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './heat-map.module.css';
import type { CriterionFigures } from './recommendation';
import { useRoom } from './room';

/** The ratings of one criterion on a line from the lowest to the highest level, and the figure beside it. */
export function SpreadStrip({ figures }: { readonly figures: CriterionFigures }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { judged, rubric } = useRoom();
  const { n, min, max, averageDeviation } = figures;
  if (n === 0 || min === null || max === null) return <span className={classes.quiet}>{t('heat.nobody')}</span>;
  const counts = new Map<number, number>();
  for (const card of judged) {
    const level = card.counts ? card.content?.ratings.find(({ criterion }) => criterion === figures.key)?.level : null;
    if (typeof level === 'number') counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const place = (level: number) => `${(100 * (level - 1)) / Math.max(1, rubric.scale.levels - 1)}%`;
  return (
    <span className={classes.strip}>
      <span className={classes.line} aria-hidden>
        <span className={classes.range} style={{ insetInlineStart: place(min), inlineSize: `calc(${place(max)} - ${place(min)})` }} />
        {[...counts].map(([level, count]) => (
          <span key={level} className={classes.dot} style={{ insetInlineStart: place(level), '--size': `${6 + 2 * Math.min(count, 5)}px` }} />
        ))}
      </span>
      <span className={classes.deviation}>
        {n === 1 ? t('heat.one') : t('heat.deviation', { min, max, deviation: format.number(averageDeviation ?? 0, 2) })}
      </span>
    </span>
  );
}
