import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { useLocalDate } from '../ui/use-local-date';
import { daysBetween, todayIn } from './day-scale';
import type { Timeline } from './queries';
import classes from './timeline.module.css';

/** When a decision is due, when it is to be expected, how long it has been, and how long nobody heard anything. */
export function TimelineFacts({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const dates = useLocalDate();
  const { planned, actual, forecast, silentGap, zone } = timeline;
  const today = todayIn(zone, Date.now());
  const until = actual.endedOn ?? today;
  const isSilent = silentGap.days > silentGap.limitDays;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('facts.decisionDue')}</dt>
        <dd>{planned.decisionDueOn === null ? (planned.notKnown ?? t('notKnown')) : dates.day(planned.decisionDueOn)}</dd>
      </div>
      <div>
        <dt>{t(forecast ? 'facts.expected' : 'facts.decided')}</dt>
        <dd>
          {forecast ? dates.day(forecast.decisionOn) : actual.decidedOn === null ? t('facts.noDecision') : dates.day(actual.decidedOn)}
          {forecast && (
            <Text span size="xs" c="dimmed" display="block">
              {t('facts.interval', {
                from: dates.short(forecast.earliestOn),
                to: dates.short(forecast.latestOn),
                share: format.percent(forecast.confidence),
              })}
            </Text>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('facts.process')}</dt>
        <dd>
          {t('facts.days', { count: daysBetween(planned.startedOn, until) })}
          <Text span size="xs" c="dimmed" display="block">
            {t('facts.processEnds', { date: dates.day(planned.processEndsOn) })}
          </Text>
        </dd>
      </div>
      <div>
        <dt>{t('facts.silence')}</dt>
        <dd className={isSilent ? classes.late : undefined}>
          {t('facts.days', { count: silentGap.days })}
          <Text span size="xs" c={isSilent ? undefined : 'dimmed'} display="block">
            {t(isSilent ? 'facts.silenceOver' : 'facts.silenceLimit', { count: silentGap.limitDays })}
          </Text>
        </dd>
      </div>
    </dl>
  );
}
