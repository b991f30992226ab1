import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './figures.module.css';

export interface EffectLine {
  readonly key: string;
  readonly name: string;
  readonly effect: number;
  readonly interval95: readonly [number, number];
}

/** Each effect as a point within its interval, about the line where colleagues are; all on one width. */
export function EffectPlot({ lines }: { readonly lines: readonly EffectLine[] }) {
  const { t } = useTranslation('calibration');
  const reach = Math.max(0.5, ...lines.flatMap(({ interval95 }) => interval95.map((end) => Math.abs(end)))) * 1.1;
  const place = (value: number) => 50 + (value / reach) * 50;
  return (
    <div className={classes.bars} aria-hidden>
      {lines.map(({ key, name, effect, interval95: [low, high] }) => (
        <Fragment key={key}>
          <span className={classes.name}>{name}</span>
          <div className={classes.interval}>
            <div className={classes.zero} />
            <div className={classes.range} style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }} />
            <div className={classes.point} style={{ left: `${place(effect)}%` }} />
          </div>
        </Fragment>
      ))}
      <span />
      <div className={classes.ends}>
        <span>{t('effect.lower')}</span>
        <span>{t('effect.same')}</span>
        <span>{t('effect.higher')}</span>
      </div>
    </div>
  );
}
