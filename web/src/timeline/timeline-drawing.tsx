import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalDate } from '../ui/use-local-date';
import { type DayScale, dayScale, daysBetween, todayIn } from './day-scale';
import type { Timeline, TimelineRound } from './queries';
import classes from './timeline.module.css';

/** The plan against what happened, round by round, and where the decision is to be expected. The table below says the same. */
export function TimelineDrawing({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation('timeline');
  const today = todayIn(timeline.zone, Date.now());
  const scale = dayScale(timeline, today);
  return (
    <figure className={classes.figure} aria-labelledby="timeline-drawn">
      <Title order={2} size="h3" id="timeline-drawn">
        {t('drawing.title')}
      </Title>
      <Legend hasForecast={timeline.forecast !== null} hasPauses={timeline.pauses.length > 0} />
      <div className={classes.drawing} aria-hidden>
        <Ticks scale={scale} today={timeline.actual.endedOn === null ? today : null} />
        {timeline.rounds.map((round) => (
          <RoundTrack key={round.key} round={round} timeline={timeline} scale={scale} today={today} />
        ))}
        <DecisionTrack timeline={timeline} scale={scale} today={today} />
      </div>
    </figure>
  );
}

function Legend({ hasForecast, hasPauses }: { readonly hasForecast: boolean; readonly hasPauses: boolean }) {
  const { t } = useTranslation('timeline');
  const marks = ['plan', 'actual', 'held', ...(hasForecast ? ['forecast'] : []), ...(hasPauses ? ['pause'] : [])];
  return (
    <figcaption className={classes.legend}>
      {marks.map((mark) => (
        <span key={mark}>
          <i data-mark={mark} aria-hidden />
          {t(`drawing.legend.${mark}`)}
        </span>
      ))}
    </figcaption>
  );
}

interface TrackProps {
  readonly timeline: Timeline;
  readonly scale: DayScale;
  readonly today: string;
}

function Ticks({ scale, today }: { readonly scale: DayScale; readonly today: string | null }) {
  const { t } = useTranslation('timeline');
  const dates = useLocalDate();
  const far = (at: number) => today === null || Math.abs(at - scale.at(today)) > 9;
  return (
    <div className={classes.row}>
      <span />
      <div className={classes.ticks}>
        {scale.ticks.map(({ date, at }) => (
          <span key={date} style={{ insetInlineStart: `${at}%` }} data-hidden={!far(at) || undefined}>
            {dates.short(date)}
          </span>
        ))}
        {today !== null && (
          <b style={{ insetInlineStart: `${scale.at(today)}%` }} data-end={scale.at(today) > 90 || undefined}>
            {t('drawing.today')}
          </b>
        )}
      </div>
    </div>
  );
}

/** What lies behind every track: weeks, pauses, today. */
function Ground({ timeline, scale, today }: TrackProps) {
  return (
    <>
      {scale.ticks.map(({ date, at }) => (
        <i key={date} className={classes.week} style={{ insetInlineStart: `${at}%` }} />
      ))}
      {timeline.pauses.map((pause) => {
        const from = Math.max(0, scale.at(pause.from.slice(0, 10)));
        const to = Math.min(100, scale.at((pause.until ?? `${today}T`).slice(0, 10)) + (pause.until === null ? scale.day : 0));
        return to > from ? <i key={pause.id} className={classes.pause} style={{ insetInlineStart: `${from}%`, width: `${to - from}%` }} /> : null;
      })}
      {timeline.actual.endedOn === null && <i className={classes.today} style={{ insetInlineStart: `${scale.at(today)}%` }} />}
    </>
  );
}

function RoundTrack({ round, timeline, scale, today }: TrackProps & { readonly round: TimelineRound }) {
  const { enteredOn, leftOn, heldOn, plannedOn, status, name } = round;
  const to = leftOn ?? timeline.actual.endedOn ?? today;
  const isLate = plannedOn !== null && enteredOn !== null && (heldOn ?? to) > plannedOn;
  return (
    <div className={classes.row} data-status={status}>
      <span className={classes.name}>{name}</span>
      <div className={classes.track}>
        <Ground timeline={timeline} scale={scale} today={today} />
        {plannedOn !== null && status !== 'skipped' && (
          <>
            <i
              className={classes.planned}
              style={{
                insetInlineStart: `${scale.at(timeline.planned.startedOn)}%`,
                width: `${scale.at(plannedOn) - scale.at(timeline.planned.startedOn)}%`,
              }}
            />
            <i className={classes.plannedMark} style={{ insetInlineStart: `${scale.at(plannedOn)}%` }} />
          </>
        )}
        {enteredOn !== null && status !== 'skipped' && (
          <i
            className={classes.actual}
            data-late={isLate || undefined}
            data-open={leftOn === null || undefined}
            style={{ insetInlineStart: `${scale.at(enteredOn)}%`, width: `${Math.max(scale.day / 2, scale.at(to) - scale.at(enteredOn))}%` }}
          />
        )}
        {heldOn !== null && <i className={classes.held} style={{ insetInlineStart: `${scale.at(heldOn)}%` }} />}
      </div>
    </div>
  );
}

function DecisionTrack({ timeline, scale, today }: TrackProps) {
  const { t } = useTranslation('timeline');
  const { planned, actual, forecast } = timeline;
  return (
    <div className={classes.row} data-decision>
      <span className={classes.name}>{t('drawing.decision')}</span>
      <div className={classes.track}>
        <Ground timeline={timeline} scale={scale} today={today} />
        {forecast && (
          <>
            <i
              className={classes.band}
              style={{
                insetInlineStart: `${scale.at(forecast.earliestOn)}%`,
                width: `${scale.day * Math.max(1, daysBetween(forecast.earliestOn, forecast.latestOn))}%`,
              }}
            />
            <i className={classes.median} style={{ insetInlineStart: `${scale.at(forecast.decisionOn)}%` }} />
          </>
        )}
        {planned.decisionDueOn !== null && <i className={classes.plannedMark} style={{ insetInlineStart: `${scale.at(planned.decisionDueOn)}%` }} />}
        {actual.decidedOn !== null && <i className={classes.held} style={{ insetInlineStart: `${scale.at(actual.decidedOn)}%` }} />}
      </div>
    </div>
  );
}
