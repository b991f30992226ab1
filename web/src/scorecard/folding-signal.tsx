import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CardContent } from '../api/card-content';
import type { MatrixSignal, RubricContent, Signal } from '../api/rubric-content';
import { useFormat } from '../ui/use-format';
import classes from './folding-signal.module.css';
import { meanPreview } from './signal-preview';

interface FoldingSignalProps {
  readonly signal: Exclude<Signal, MatrixSignal>;
  readonly card: CardContent;
  readonly rubric: RubricContent;
}

/** Several criteria folding into one signal: each lens with its share, and below them what they make together on this card. */
export function FoldingSignal({ signal, card, rubric }: FoldingSignalProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { inputs, value } = meanPreview(signal, card, rubric);
  const say = (number: number | null) => (number === null ? t('plane.unrated') : format.percent(number));
  return (
    <figure className={classes.figure}>
      <figcaption>
        <Text size="sm" fw={600}>
          {signal.name ?? signal.key}
        </Text>
        <Text size="xs" c="dimmed">
          {t(signal.kind === 'weakest_link' ? 'fold.weakest' : 'fold.mean')}
        </Text>
      </figcaption>
      <dl className={classes.list}>
        {inputs.map((input) => (
          <div key={input.criterion} className={classes.lens}>
            <dt>
              {input.name}
              {signal.kind === 'weighted_mean' && <span className={classes.share}> {format.percent(input.share)}</span>}
            </dt>
            <dd>
              <Bar value={input.value} />
              <span className={classes.value}>{say(input.value)}</span>
            </dd>
          </div>
        ))}
        <div className={`${classes.lens} ${classes.whole}`}>
          <dt>{t('fold.together')}</dt>
          <dd aria-live="polite">
            <Bar value={value} />
            <span className={classes.value}>{say(value)}</span>
          </dd>
        </div>
      </dl>
    </figure>
  );
}

function Bar({ value }: { readonly value: number | null }) {
  return (
    <span className={classes.bar} aria-hidden>
      {value !== null && <span className={classes.fill} style={{ width: `max(3px, ${value * 100}%)` }} />}
    </span>
  );
}
