import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { useMoney } from './use-money';

interface ComparisonChartProps {
  readonly series: readonly { readonly name: string; readonly amounts: readonly number[] }[];
  readonly currency: string;
}

const COLORS = ['plumb.6', 'gray.5', 'amber.5', 'green.5', 'red.4', 'plumb.3'];

/** A year beside a year, each package a bar. The table below says the same. */
export default function ComparisonChart({ series, currency }: ComparisonChartProps) {
  const { t } = useTranslation('offers');
  const { short, money } = useMoney();
  const years = series[0]?.amounts.length ?? 0;
  const data = Array.from({ length: years }, (_, year) => ({
    year: t('comparison.year', { year: year + 1 }),
    ...Object.fromEntries(series.map(({ amounts }, index) => [`p${index}`, amounts[year] ?? 0])),
  }));
  return (
    <BarChart
      h={260}
      mb="md"
      data={data}
      dataKey="year"
      series={series.map(({ name }, index) => ({ name: `p${index}`, label: name, color: COLORS[index % COLORS.length] ?? 'plumb.6' }))}
      withLegend={series.length > 1}
      legendProps={{ verticalAlign: 'top', height: 40 }}
      valueFormatter={(value) => money(String(value), currency)}
      yAxisProps={{ width: 76, tickFormatter: (value: number) => short(value, currency) }}
      // Nothing to do in it by keyboard: what it shows is read in the table.
      barChartProps={{ accessibilityLayer: false }}
      barProps={{ maxBarSize: 44, isAnimationActive: false }}
      tickLine="none"
    />
  );
}
