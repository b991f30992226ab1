import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { FigureSection } from './figure-section';
import { FigureTable } from './figure-table';
import type { AgreementRow } from './queries';
import { ShareBars } from './share-bars';
import { useFigures } from './use-figures';

interface AgreementSectionProps {
  /** Of one version of a rubric, in one job or in all. */
  readonly rows: readonly AgreementRow[];
  readonly fewest: number;
}

/** One rubric's criteria: how often two interviewers agreed, and the coefficients where there are enough candidates for them. */
export function AgreementSection({ rows, fewest }: AgreementSectionProps) {
  const { t } = useTranslation('calibration');
  const format = useFormat();
  const { number, share, between } = useFigures();
  const [first] = rows;
  if (!first) return null;
  const title = t('agreement.of', { rubric: first.rubricName, version: first.rubricVersion, job: first.jobTitle ?? t('agreement.allJobs') });
  const nameOf = (row: AgreementRow) => row.criterionName ?? row.criterion ?? t('agreement.whole');
  const coefficient = (one: { readonly value: number; readonly interval95: readonly number[] } | null | undefined) =>
    one ? t('agreement.coefficient', { value: number(one.value), interval: between(one.interval95) }) : '–';
  if (rows.every(({ status }) => status === 'withheld'))
    return <FigureSection title={title} text={t('agreement.allWithheld')} chartLabel={title} chart={null} table={null} />;
  const shown = rows.filter(({ figures }) => figures !== null);
  return (
    <FigureSection
      title={title}
      text={rows.some(({ status }) => status === 'too_few_candidates') ? t('agreement.few', { fewest }) : undefined}
      isWide
      chartLabel={t('agreement.chart')}
      chart={
        shown.length === 0 ? null : (
          <ShareBars bars={shown.map((row) => ({ key: row.criterion ?? '', name: nameOf(row), share: row.figures?.withinOneLevel ?? null }))} />
        )
      }
      table={
        <FigureTable
          label={title}
          columns={[
            t('column.criterion'),
            t('column.candidates'),
            t('agreement.same'),
            t('agreement.withinOne'),
            t('agreement.alpha'),
            t('agreement.icc'),
          ]}
          rows={rows.map((row) => {
            const { figures } = row;
            const head = [nameOf(row), format.number(row.candidates)];
            if (!figures) return { key: row.criterion ?? '', cells: [...head, t('agreement.withheld')] };
            const { sameLevel, withinOneLevel, coefficients } = figures;
            const tail = [coefficient(coefficients?.alphaOrdinal), coefficient(coefficients?.iccOneWay)];
            return { key: row.criterion ?? '', cells: [...head, share(sameLevel), share(withinOneLevel), ...tail] };
          })}
        />
      }
    />
  );
}
