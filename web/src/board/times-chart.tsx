import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import type { RoundTime } from './queries';

/** Two bars for each round: how long half of them stay at most, and nine out of ten. */
export default function TimesChart({ rounds }: { readonly rounds: readonly RoundTime[] }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (
    <BarChart
      h="100%"
      data={rounds.map(({ roundName, median, p90 }) => ({ round: roundName, median, p90 }))}
      dataKey="round"
      orientation="vertical"
      gridAxis="y"
      tickLine="none"
      maxBarWidth={14}
      yAxisProps={{ width: 130, interval: 0 }}
      barChartProps={{ accessibilityLayer: false }}
      withLegend
      legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
      valueFormatter={(value) => format.number(value, 3)}
      series={[
        { name: 'median', color: 'plumb.6', label: t('reports.time.median') },
        { name: 'p90', color: 'plumb.3', label: t('reports.time.p90') },
      ]}
    />
  );
}
