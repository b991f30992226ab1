import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { FigureSection } from './figure-section';
import { FigureTable } from './figure-table';
import type { OverrideRate } from './queries';
import { ShareBars } from './share-bars';
import { useFigures } from './use-figures';

/** Each decider's decisions beside what the rules had recommended: how many differ, and in which direction. */
export function OverridesSection({ rates }: { readonly rates: readonly OverrideRate[] }) {
  const { t } = useTranslation('calibration');
  const format = useFormat();
  const { share } = useFigures();
  const decisions = rates.reduce((sum, { decisions: made }) => sum + made, 0);
  const departed = rates.reduce((sum, { departed: differing }) => sum + differing, 0);
  const rows = rates.map((rate) => ({
    ...rate,
    key: `${rate.decider} ${rate.userId ?? ''}`,
    name: rate.name ?? t(`overrides.decider.${rate.decider}`),
  }));
  return (
    <FigureSection
      title={t('overrides.section')}
      text={t(departed === 0 ? 'overrides.none' : 'overrides.words', { count: decisions, departed })}
      isWide
      chartLabel={t('overrides.chart')}
      chart={<ShareBars bars={rows.map(({ key, name, rate }) => ({ key, name, share: rate }))} />}
      table={
        <FigureTable
          label={t('overrides.section')}
          columns={[
            t('overrides.who'),
            t('overrides.decisions'),
            t('overrides.departed'),
            t('column.share'),
            t('overrides.stricter'),
            t('overrides.milder'),
            t('overrides.insufficient'),
          ]}
          rows={rows.map((row) => ({
            key: row.key,
            cells: [
              row.name,
              format.number(row.decisions),
              format.number(row.departed),
              share(row.rate),
              format.number(row.stricter),
              format.number(row.milder),
              format.number(row.withoutEnoughEvidence),
            ],
          }))}
        />
      }
    />
  );
}
