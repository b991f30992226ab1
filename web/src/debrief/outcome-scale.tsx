import { useFormat } from '../ui/use-format';
import { useRoom } from './room';
import classes from './outcome-summary.module.css';

/** The deciding value between 0 and 1, and where each outcome begins. The words beside it say the same. */
export function OutcomeScale({ value }: { readonly value: number }) {
  const format = useFormat();
  const { rubric } = useRoom();
  const thresholds = rubric.policy.thresholds;
  const marks = thresholds ? [thresholds.no_hire, thresholds.hire, thresholds.strong_hire] : [];
  return (
    <div className={classes.scale} aria-hidden>
      <div className={classes.bar}>
        {[0, ...marks].map((from, index) => (
          <span
            key={from}
            className={classes.band}
            data-band={index}
            style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${((marks[index] ?? 1) - from) * 100}%` }}
          />
        ))}
        <span className={classes.marker} style={{ insetInlineStart: `${value * 100}%` }} />
      </div>
      <div className={classes.ticks}>
        {marks.map((mark) => (
          <span key={mark} style={{ insetInlineStart: `${mark * 100}%` }}>
            {format.number(mark, 3)}
          </span>
        ))}
      </div>
    </div>
  );
}
