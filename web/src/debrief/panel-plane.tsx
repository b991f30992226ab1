import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MatrixSignal } from '../api/rubric-content';
import { type AxisPreview, axisPreview } from '../scorecard/signal-preview';
import { useFormat } from '../ui/use-format';
import classes from './panel-plane.module.css';
import { useRoom } from './room';
import tables from './section.module.css';

interface Point {
  readonly id: string;
  readonly name: string;
  readonly x: number | null;
  readonly y: number | null;
}

/** Where the rules put the panel as a whole, and where each card alone would: the plane, and the same as a table. */
export function PanelPlane({ signal }: { readonly signal: MatrixSignal }) {
  const { t } = useTranslation('debrief');
  const { judged, rubric, answer, recommendation, authorOf } = useRoom();
  const whole = panelPoint(answer.steps, signal.key);
  const quadrant = recommendation.signals.find(({ key }) => key === signal.key)?.quadrant ?? null;
  const axes = judged.flatMap(({ id, content }) =>
    content
      ? [
          {
            id,
            x: axisPreview(signal.x, t('plane.x'), content, rubric),
            y: axisPreview(signal.y, t('plane.y'), content, rubric),
          },
        ]
      : [],
  );
  const points = axes.map(({ id, x, y }) => ({ id, name: authorOf(id), x: x.value, y: y.value })).filter(({ x, y }) => x !== null || y !== null);
  const names = { x: signal.x.name ?? t('plane.x'), y: signal.y.name ?? t('plane.y') };
  const title = `plane-${signal.key}`;
  return (
    <section aria-labelledby={title}>
      <Title order={2} size="h3" id={title}>
        {signal.name ?? signal.key}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {quadrant === null ? t('plane.nowhere') : t('plane.panel', { quadrant })} {signal.description}
      </Text>
      <div className={classes.both}>
        <Plane signal={signal} names={names} whole={whole} quadrant={quadrant} points={points} />
        <PointsTable names={names} whole={whole} points={points} caption={signal.name ?? signal.key} />
      </div>
    </section>
  );
}

/** The axes of the panel as the step of the recommendation has them: computed by the server, not here. */
function panelPoint(steps: readonly { readonly code: string; readonly params: Readonly<Record<string, unknown>> }[], signal: string) {
  const params = steps.find(({ code, params: { signal: of } }) => code === 'matrix_value' && of === signal)?.params;
  return typeof params?.['x'] === 'number' && typeof params['y'] === 'number' ? { x: params['x'], y: params['y'] } : null;
}

interface PlaneProps {
  readonly signal: MatrixSignal;
  readonly names: { readonly x: AxisPreview['name']; readonly y: AxisPreview['name'] };
  readonly whole: { readonly x: number; readonly y: number } | null;
  readonly quadrant: string | null;
  readonly points: readonly Point[];
}

const CORNERS = [
  ['top left', 'lowHigh'],
  ['top right', 'highHigh'],
  ['bottom left', 'lowLow'],
  ['bottom right', 'highLow'],
] as const;

function Plane({ signal, names, whole, quadrant, points }: PlaneProps) {
  const { t } = useTranslation('debrief');
  return (
    <div className={classes.frame} aria-hidden style={{ '--x': signal.x.threshold, '--y': signal.y.threshold }}>
      <span className={classes.ylabel}>{names.y}</span>
      <div className={classes.plane}>
        {CORNERS.map(([where, key]) => (
          <span key={key} className={classes.quadrant} data-at={where} data-here={quadrant === signal.quadrants[key] || undefined}>
            {signal.quadrants[key]}
          </span>
        ))}
        {points.map((point, index) => (
          <span
            key={point.id}
            className={classes.person}
            data-kind={kindOf(point)}
            style={placeOf(point, twins(points, point, index))}
            title={point.name}
          >
            {initials(point.name)}
          </span>
        ))}
        {whole && <span className={classes.whole} style={{ left: `${whole.x * 100}%`, bottom: `${whole.y * 100}%` }} title={t('plane.whole')} />}
      </div>
      <span className={classes.xlabel}>{names.x}</span>
      <span className={classes.note}>{t('plane.edge')}</span>
    </div>
  );
}

function kindOf({ x, y }: Point): 'both' | 'x' | 'y' {
  if (x !== null && y !== null) return 'both';
  return x !== null ? 'x' : 'y';
}

/** How many earlier ones are at the same place: each is set off a little, so that none hides another. */
function twins(points: readonly Point[], { x, y }: Point, index: number): number {
  return points.slice(0, index).filter((one) => one.x === x && one.y === y).length;
}

function placeOf({ x, y }: Point, before: number) {
  const aside = `${before * 24}px`;
  if (x === null) return { bottom: `${(y ?? 0) * 100}%`, marginLeft: aside };
  if (y === null) return { left: `${x * 100}%`, marginBottom: aside };
  return { left: `${x * 100}%`, bottom: `${y * 100}%`, marginLeft: aside };
}

function initials(name: string): string {
  const parts = name.split(/[\s(（]+/).filter((part) => part !== '');
  return [...(parts[0] ?? '')].slice(0, 1).join('') + [...(parts[1] ?? '')].slice(0, 1).join('');
}

function PointsTable({ names, whole, points, caption }: Pick<PlaneProps, 'names' | 'whole' | 'points'> & { readonly caption: string }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const say = (value: number | null) => (value === null ? '–' : format.percent(value));
  return (
    <div className={`${tables.scroll} ${classes.points}`} tabIndex={0} role="group" aria-label={caption}>
      <table className={`${tables.table} ${classes.table}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plane.who')}</th>
            <th scope="col">{names.x}</th>
            <th scope="col">{names.y}</th>
          </tr>
        </thead>
        <tbody>
          <tr className={classes.total}>
            <th scope="row">
              <i className={classes.key} aria-hidden /> {t('plane.whole')}
            </th>
            <td className={tables.number}>{say(whole?.x ?? null)}</td>
            <td className={tables.number}>{say(whole?.y ?? null)}</td>
          </tr>
          {points.map(({ id, name, x, y }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className={tables.number}>{say(x)}</td>
              <td className={tables.number}>{say(y)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
