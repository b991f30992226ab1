import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { useTranslation } from 'react-i18next';
import type { FunnelRound } from './queries';

const SERIES = [
  { name: 'passed', color: 'green.6' },
  { name: 'waiting', color: 'plumb.4' },
  { name: 'skipped', color: 'gray.4' },
  { name: 'withdrawn', color: 'amber.4' },
  { name: 'rejected', color: 'red.5' },
] as const;

/** A bar for each round as long as those who came into it, divided by what became of them. */
export default function FunnelChart({ rounds }: { readonly rounds: readonly FunnelRound[] }) {
  const { t } = useTranslation('board');
  return (
    <BarChart
      h="100%"
      data={rounds.map(({ roundName, ...round }) => ({ round: roundName, ...round }))}
      dataKey="round"
      type="stacked"
      orientation="vertical"
      gridAxis="y"
      tickLine="none"
      maxBarWidth={22}
      yAxisProps={{ width: 130, interval: 0 }}
      xAxisProps={{ allowDecimals: false }}
      barChartProps={{ accessibilityLayer: false }}
      withLegend
      legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
      series={SERIES.map(({ name, color }) => ({ name, color, label: t(`reports.funnel.${name}`) }))}
    />
  );
}
