import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CardContent } from '../api/card-content';
import type { MatrixSignal, RubricContent } from '../api/rubric-content';
import { useFormat } from '../ui/use-format';
import classes from './ownership-plane.module.css';
import { type AxisPreview, axisPreview, quadrantOf } from './signal-preview';

interface OwnershipPlaneProps {
  readonly signal: MatrixSignal;
  readonly card: CardContent;
  readonly rubric: RubricContent;
}

/** Where this card alone puts the candidate; the dot moves as one scores. A picture of one card, never the panel's. */
export function OwnershipPlane({ signal, card, rubric }: OwnershipPlaneProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const x = axisPreview(signal.x, t('plane.x'), card, rubric);
  const y = axisPreview(signal.y, t('plane.y'), card, rubric);
  const quadrant = quadrantOf(signal, x, y);
  const { highHigh, lowHigh, highLow, lowLow } = signal.quadrants;
  const words = (axis: AxisPreview) => `${axis.name}: ${axis.value === null ? t('plane.unrated') : format.percent(axis.value)}`;
  const title = quadrant === null ? t('plane.nowhere') : t('plane.here', { quadrant });
  return (
    <figure className={classes.figure}>
      <figcaption>
        <Text size="sm" fw={600}>
          {signal.name ?? signal.key}
        </Text>
        <Text size="xs" c="dimmed" aria-live="polite">
          {title}
        </Text>
      </figcaption>
      <Box className={classes.frame} aria-hidden __vars={{ '--x': String(x.threshold), '--y': String(y.threshold) }}>
        <span className={classes.ylabel}>{y.name}</span>
        <div className={classes.plane}>
          <span className={classes.quadrant} data-at="top left" data-here={quadrant === lowHigh || undefined}>
            {lowHigh}
          </span>
          <span className={classes.quadrant} data-at="top right" data-here={quadrant === highHigh || undefined}>
            {highHigh}
          </span>
          <span className={classes.quadrant} data-at="bottom left" data-here={quadrant === lowLow || undefined}>
            {lowLow}
          </span>
          <span className={classes.quadrant} data-at="bottom right" data-here={quadrant === highLow || undefined}>
            {highLow}
          </span>
          <Dot x={x.value} y={y.value} />
        </div>
        <span className={classes.xlabel}>{x.name}</span>
      </Box>
      <Text size="xs" c="dimmed" className="numbers">
        {words(x)} · {words(y)}
      </Text>
    </figure>
  );
}

/** With one axis only, a line on it: the other is still open. */
function Dot({ x, y }: { readonly x: number | null; readonly y: number | null }) {
  if (x === null && y === null) return null;
  const position = { ...(x === null ? {} : { left: `${x * 100}%` }), ...(y === null ? {} : { bottom: `${y * 100}%` }) };
  return <span className={classes.dot} data-kind={x === null ? 'row' : y === null ? 'column' : 'dot'} style={position} />;
}
