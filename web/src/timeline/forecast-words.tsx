import { List, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { useLocalDate } from '../ui/use-local-date';
import type { TimelineForecast } from './queries';
import classes from './timeline.module.css';

/** What the forecast rests on, stage by stage, and what makes it weak. */
export function ForecastWords({ forecast }: { readonly forecast: TimelineForecast }) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const dates = useLocalDate();
  const because = useReasonWords(forecast);
  const { decisionOn, earliestOn, latestOn, confidence, basis, unit, stages, reasons } = forecast;
  return (
    <section aria-labelledby="forecast">
      <Title order={2} size="h3" id="forecast" mb={4}>
        {t('forecast.title')}
      </Title>
      <Text size="sm" maw={720}>
        {t('forecast.text', {
          median: dates.day(decisionOn),
          from: dates.day(earliestOn),
          to: dates.day(latestOn),
          share: format.percent(confidence),
        })}{' '}
        {t(`forecast.basis.${basis}`)}
      </Text>
      {reasons.length > 0 && (
        <List size="sm" mt={6} c="dimmed">
          {reasons.map((reason) => (
            <List.Item key={`${reason.code} ${reason.round ?? ''}`}>{because(reason)}</List.Item>
          ))}
        </List>
      )}
      <Table.ScrollContainer
        minWidth={480}
        mt="sm"
        className={classes.table}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('forecast.caption') } }}
      >
        <Table verticalSpacing={6} className="numbers">
          <Table.Caption className={classes.caption}>{t('forecast.caption')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('table.round')}</Table.Th>
              <Table.Th scope="col">{t('forecast.stillToGo')}</Table.Th>
              <Table.Th scope="col">{t('forecast.from')}</Table.Th>
              <Table.Th scope="col">{t('forecast.cases')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stages.map(({ round, name, basis: from, medianDays, advanced, ended, open, family }) => (
              <Table.Tr key={round}>
                <Table.Th scope="row" fw={500}>
                  {round === 'decision' ? t('drawing.decision') : name}
                </Table.Th>
                <Table.Td>{t(`forecast.days.${unit}`, { count: Math.round(medianDays) })}</Table.Td>
                <Table.Td>
                  {t(`forecast.stage.${from}`)}
                  {family !== null && family !== '' && ` · ${family}`}
                </Table.Td>
                <Table.Td>{t('forecast.counts', { advanced, ended, open })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

/** Why a forecast is weak, in the language of the screen; a reason this page does not know yet, in the server's words. */
function useReasonWords({ stages }: TimelineForecast) {
  const { t } = useTranslation('timeline');
  const dates = useLocalDate();
  return ({ code, round, params, words }: TimelineForecast['reasons'][number]) => {
    const stage = round === 'decision' ? t('drawing.decision') : (stages.find((one) => one.round === round)?.name ?? '');
    const date = typeof params['date'] === 'string' ? { date: dates.day(params['date']) } : {};
    return t(`forecast.reason.${code}`, { ...params, stage, ...date, defaultValue: words });
  };
}
