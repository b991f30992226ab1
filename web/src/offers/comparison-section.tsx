import { SegmentedControl, Skeleton, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../ui/query-state';
import { comparedTotals } from './compared-totals';
import classes from './offers.module.css';
import { type ComparedPackage, comparisonQuery, type OfferComparison, type PayParts } from './queries';
import { useMoney } from './use-money';

const ComparisonChart = lazy(() => import('./comparison-chart'));
const PARTS = [
  'base',
  'guaranteedBonus',
  'targetBonus',
  'discretionaryBonus',
  'equity',
  'signOn',
  'relocation',
  'stipends',
] as const satisfies readonly (keyof PayParts)[];

/** Year by year: what is on the table beside earlier rounds, the candidate's wish and what others offer. */
export function ComparisonSection({ offerId, version }: { readonly offerId: string; readonly version: number }) {
  const { t } = useTranslation('offers');
  const asked = comparisonQuery(offerId);
  return (
    <section aria-labelledby="comparison">
      <Title order={3} id="comparison" mb="xs">
        {t('comparison.title')}
      </Title>
      <QueryState query={useQuery({ ...asked, queryKey: [...asked.queryKey, version] as never })}>
        {(comparison: OfferComparison) => <Comparison comparison={comparison} />}
      </QueryState>
    </section>
  );
}

export function usePackageName(): (compared: ComparedPackage) => string {
  const { t } = useTranslation('offers');
  return ({ kind, roundNumber, employer }) => t(`comparison.kind.${kind}`, { round: roundNumber, employer });
}

function Comparison({ comparison }: { readonly comparison: OfferComparison }) {
  const { t } = useTranslation('offers');
  const { money, difference } = useMoney();
  const nameOf = usePackageName();
  const { packages, currency, years } = comparison;
  const columns = Array.from({ length: years }, (_, index) => index);
  const totals = comparedTotals(comparison);
  return (
    <>
      <div aria-hidden>
        <Suspense fallback={<Skeleton height={240} />}>
          <ComparisonChart series={totals.map(({ compared, years: amounts }) => ({ name: nameOf(compared), amounts }))} currency={currency} />
        </Suspense>
      </div>
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('comparison.caption', { currency }) } }}>
        <Table verticalSpacing={6} className={`numbers ${classes.figures ?? ''}`}>
          <Table.Caption className={classes.caption}>{t('comparison.caption', { currency })}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('comparison.package')}</Table.Th>
              {columns.map((year) => (
                <Table.Th key={year} scope="col">
                  {t('comparison.year', { year: year + 1 })}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('comparison.whole', { count: years })}</Table.Th>
              <Table.Th scope="col">{t('comparison.against')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {packages.map((one, index) => (
              <Table.Tr key={index}>
                <Table.Th scope="row" fw={one.kind === 'table' ? 600 : 500}>
                  {nameOf(one)}
                  {one.conversion === 'by_rate' && one.rate && (
                    <Text size="xs" c="dimmed" fw={400}>
                      {t('comparison.byRate', { currency: one.currency, rate: one.rate.rate })}
                    </Text>
                  )}
                </Table.Th>
                {one.years.map(({ total }, year) => (
                  <Table.Td key={year}>{money(total, one.currency)}</Table.Td>
                ))}
                <Table.Td fw={600}>{money(one.whole.total, one.currency)}</Table.Td>
                <Table.Td>
                  {one.kind === 'table' ? '–' : one.against ? difference(one.against.whole.total, currency) : t('comparison.notComparable')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <PartTable comparison={comparison} />
    </>
  );
}

/** One package part by part. */
function PartTable({ comparison }: { readonly comparison: OfferComparison }) {
  const { t } = useTranslation('offers');
  const { money } = useMoney();
  const nameOf = usePackageName();
  const [chosen, setChosen] = useState('0');
  const shown = comparison.packages[Number(chosen)] ?? comparison.packages[0];
  if (!shown) return null;
  const parts = PARTS.filter((part) => Number(shown.whole.parts[part]) !== 0);
  const columns = [...shown.years, shown.whole];
  return (
    <>
      {comparison.packages.length > 1 && (
        <SegmentedControl
          mt="md"
          size="xs"
          className={classes.choice}
          aria-label={t('comparison.choose')}
          value={chosen}
          onChange={setChosen}
          data={comparison.packages.map((one, index) => ({ value: String(index), label: nameOf(one) }))}
        />
      )}
      <Table.ScrollContainer
        minWidth={620}
        mt="xs"
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('comparison.parts', { name: nameOf(shown) }) } }}
      >
        <Table verticalSpacing={6} className={`numbers ${classes.figures ?? ''}`}>
          <Table.Caption className={classes.caption}>{t('comparison.parts', { name: nameOf(shown) })}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('comparison.part')}</Table.Th>
              {shown.years.map((_, year) => (
                <Table.Th key={year} scope="col">
                  {t('comparison.year', { year: year + 1 })}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('comparison.whole', { count: shown.years.length })}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map((part) => (
              <Table.Tr key={part}>
                <Table.Th scope="row" fw={500}>
                  {t(`comparison.of.${part}`)}
                </Table.Th>
                {columns.map((column, index) => (
                  <Table.Td key={index}>{money(column.parts[part], shown.currency)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row">{t('comparison.assured')}</Table.Th>
              {columns.map(({ assured }, index) => (
                <Table.Td key={index}>{money(assured, shown.currency)}</Table.Td>
              ))}
            </Table.Tr>
            <Table.Tr>
              <Table.Th scope="row">{t('comparison.total')}</Table.Th>
              {columns.map(({ total }, index) => (
                <Table.Td key={index} fw={600}>
                  {money(total, shown.currency)}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.uncounted.length > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('comparison.uncounted', { names: shown.uncounted.map(({ name }) => name).join(', ') })}
        </Text>
      )}
    </>
  );
}
