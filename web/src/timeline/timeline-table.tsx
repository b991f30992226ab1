import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalDate } from '../ui/use-local-date';
import { daysBetween, todayIn } from './day-scale';
import type { Timeline, TimelineRound } from './queries';
import classes from './timeline.module.css';

/** The same as the drawing, in words and figures. */
export function TimelineTable({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation('timeline');
  const dates = useLocalDate();
  const { planned, actual, forecast, rounds } = timeline;
  const shown = (date: string | null) => (date === null ? '–' : dates.day(date));
  return (
    <Table.ScrollContainer
      minWidth={620}
      mt="sm"
      className={classes.table}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('table.caption') } }}
    >
      <Table verticalSpacing={6} className="numbers">
        <Table.Caption className={classes.caption}>{t('table.caption')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {(['round', 'planned', 'entered', 'held', 'left', 'difference'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`table.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rounds.map((round) => (
            <Table.Tr key={round.key}>
              <Table.Th scope="row" fw={500}>
                {round.name}
                <Text span size="xs" c="dimmed" fw={400}>
                  {' '}
                  {t(`table.status.${round.status}`)}
                </Text>
              </Table.Th>
              <Table.Td>{shown(round.plannedOn)}</Table.Td>
              <Table.Td>{shown(round.enteredOn)}</Table.Td>
              <Table.Td>{shown(round.heldOn)}</Table.Td>
              <Table.Td>{shown(round.leftOn)}</Table.Td>
              <Table.Td>
                <Difference round={round} today={todayIn(timeline.zone, Date.now())} />
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row" fw={600}>
              {t('drawing.decision')}
            </Table.Th>
            <Table.Td>{shown(planned.decisionDueOn)}</Table.Td>
            <Table.Td colSpan={3}>
              {actual.decidedOn !== null
                ? t('table.decided', { date: dates.day(actual.decidedOn) })
                : forecast
                  ? t('table.forecast', {
                      median: dates.day(forecast.decisionOn),
                      from: dates.day(forecast.earliestOn),
                      to: dates.day(forecast.latestOn),
                    })
                  : '–'}
            </Table.Td>
            <Table.Td>
              <Gap from={planned.decisionDueOn} to={actual.decidedOn ?? forecast?.decisionOn ?? null} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Against the plan: by the day it was held, or by today where it should have been held and was not. */
function Difference({ round, today }: { readonly round: TimelineRound; readonly today: string }) {
  const { plannedOn, heldOn, status } = round;
  if (heldOn !== null) return <Gap from={plannedOn} to={heldOn} />;
  if (status === 'current' && plannedOn !== null && today > plannedOn) return <Gap from={plannedOn} to={today} />;
  return <>–</>;
}

function Gap({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const { t } = useTranslation('timeline');
  if (from === null || to === null) return <>–</>;
  const days = daysBetween(from, to);
  if (days === 0) return <>{t('table.onDay')}</>;
  return <span className={days > 0 ? classes.late : classes.done}>{t(days > 0 ? 'table.later' : 'table.earlier', { count: Math.abs(days) })}</span>;
}
