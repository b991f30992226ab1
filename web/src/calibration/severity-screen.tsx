import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyScreen } from '../ui/empty-screen';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { FigureSection } from './figure-section';
import { FigureTable } from './figure-table';
import { severityQuery, type SeverityModel, type SeverityRow } from './queries';
import { RunNote } from './run-note';
import { ShareBars } from './share-bars';
import { useFigures } from './use-figures';

const PARTS = ['candidate', 'interviewer', 'residual'] as const;

/** How much of the variation of scores lies between interviewers. Names nobody. */
export function Component() {
  const { t } = useTranslation('calibration');
  return (
    <>
      <PageHeader
        title={t('severity.title')}
        text={t('severity.text')}
        back={{ to: '/reports', label: t('reports') }}
        actions={
          <Button component={Link} to="/reports/adjusted-scores" variant="default">
            {t('adjusted.title')}
          </Button>
        }
      />
      <QueryState query={useQuery(severityQuery)}>
        {({ run, items }) =>
          items.length === 0 ? (
            <EmptyScreen icon={IconScale} title={t('severity.empty.title')} text={t('severity.empty.text')} />
          ) : (
            <>
              <RunNote run={run} />
              {items.map((row) => (
                <SeveritySection key={row.levels} row={row} />
              ))}
            </>
          )
        }
      </QueryState>
    </>
  );
}

function SeveritySection({ row: { levels, candidates, model } }: { readonly row: SeverityRow }) {
  const { t } = useTranslation('calibration');
  const { number, share } = useFigures();
  const title = t('scale', { levels });
  if (!model) return <FigureSection title={title} text={t('severity.withheld')} chartLabel={title} chart={null} table={null} />;
  const whole = PARTS.reduce((sum, part) => sum + model.variance[part], 0);
  const rows = PARTS.map((part) => ({
    key: part,
    name: t(`severity.${part}`),
    variance: model.variance[part],
    share: whole === 0 ? null : model.variance[part] / whole,
  }));
  return (
    <FigureSection
      title={title}
      text={<SeverityWords model={model} candidates={candidates} />}
      chartLabel={t('severity.chart')}
      chart={<ShareBars bars={rows} />}
      table={
        <FigureTable
          label={title}
          columns={[t('severity.source'), t('column.share'), t('severity.variance')]}
          rows={rows.map((row) => ({ key: row.key, cells: [row.name, share(row.share), number(row.variance)] }))}
        />
      }
    />
  );
}

function SeverityWords({ model, candidates }: { readonly model: SeverityModel; readonly candidates: number }) {
  const { t } = useTranslation('calibration');
  const { share } = useFigures();
  const { interviewerShare, interviewers, observations, priorBecause, zeroVariances, connectedParts } = model;
  return (
    <>
      <div>{t('severity.words', { share: share(interviewerShare), observations, candidates, interviewers })}</div>
      {priorBecause !== null && <div>{t(`severity.prior.${priorBecause}`)}</div>}
      {zeroVariances.map((part) => (
        <div key={part}>{t(`severity.zero.${part}`)}</div>
      ))}
      {connectedParts > 1 && <div>{t('severity.parts', { parts: connectedParts })}</div>}
    </>
  );
}
