import { Fragment } from 'react';
import classes from './figures.module.css';

export interface ShareBar {
  readonly key: string;
  readonly name: string;
  /** In [0, 1]; null leaves the track empty. */
  readonly share: number | null;
}

/** One bar a row, of the whole width. Decoration for eyes: the caller names it, and a table beside it has the figures. */
export function ShareBars({ bars }: { readonly bars: readonly ShareBar[] }) {
  return (
    <div className={classes.bars} aria-hidden>
      {bars.map(({ key, name, share }) => (
        <Fragment key={key}>
          <span className={classes.name}>{name}</span>
          <div className={classes.track}>
            <div className={classes.fill} style={{ width: `${(share ?? 0) * 100}%` }} />
          </div>
        </Fragment>
      ))}
    </div>
  );
}
