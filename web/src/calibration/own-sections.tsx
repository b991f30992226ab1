import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { FigureSection } from './figure-section';
import { FigureTable } from './figure-table';
import type { Calibration } from './queries';
import { ShareBars } from './share-bars';
import { useFigures } from './use-figures';
import { useWhose } from './whose';

/** How often one gave each level of a scale. */
export function LevelsSection({ distribution }: { readonly distribution: Calibration['distribution'][number] }) {
  const { t } = useTranslation('calibration');
  const whose = useWhose();
  const format = useFormat();
  const { share } = useFigures();
  const { levels, counts, notAssessed } = distribution;
  const given = counts.reduce((sum, count) => sum + count, 0);
  const title = t('levels.title', { scale: t('scale', { levels }), ...whose });
  const rows = counts.map((count, at) => ({
    key: String(at),
    name: t('levels.level', { level: at + 1 }),
    count,
    share: given === 0 ? null : count / given,
  }));
  return (
    <FigureSection
      title={title}
      text={t('levels.text')}
      chartLabel={t('levels.chart', whose)}
      chart={<ShareBars bars={rows} />}
      table={
        <FigureTable
          label={title}
          columns={[t('column.level'), t('column.times'), t('column.share')]}
          rows={[
            ...rows.map((row) => ({ key: row.key, cells: [row.name, format.number(row.count), share(row.share)] })),
            { key: 'none', cells: [t('levels.notAssessed'), format.number(notAssessed), '–'] },
          ]}
        />
      }
    />
  );
}

/** How near one's ratings are to those of the others on the same candidates. */
export function PanelsSection({ panels }: { readonly panels: Calibration['panels'] }) {
  const { t } = useTranslation('calibration');
  const whose = useWhose();
  const { number, signed, share } = useFigures();
  const title = t('panels.title', whose);
  if (!panels) return <FigureSection title={title} text={t('panels.none')} chartLabel={title} chart={null} table={null} />;
  const near = [
    { key: 'half', name: t('panels.half'), share: panels.withinHalfLevel },
    { key: 'one', name: t('panels.one'), share: panels.withinOneLevel },
  ];
  return (
    <FigureSection
      title={title}
      text={t('panels.text', { candidates: panels.candidates, ratings: panels.ratings, ...whose })}
      chartLabel={t('panels.chart', whose)}
      chart={<ShareBars bars={near} />}
      table={
        <FigureTable
          label={title}
          columns={[t('column.measure'), t('column.figure')]}
          rows={[
            ...near.map((one) => ({ key: one.key, cells: [one.name, share(one.share)] })),
            { key: 'difference', cells: [t('panels.difference'), signed(panels.meanDifference)] },
            { key: 'distance', cells: [t('panels.distance'), number(panels.meanDistance)] },
          ]}
        />
      }
    />
  );
}

/** Whether one's cards came in time, and before another's was seen. */
export function HabitsSection({ habits }: { readonly habits: NonNullable<Calibration['habits']> }) {
  const { t } = useTranslation('calibration');
  const whose = useWhose();
  const { share } = useFigures();
  const rows = [
    { key: 'time', name: t('habits.onTime'), share: habits.onTimeShare, part: habits.onTime, whole: habits.dueCards },
    { key: 'exposed', name: t('habits.exposed'), share: habits.exposedShare, part: habits.exposed, whole: habits.cards },
  ];
  return (
    <FigureSection
      title={t('habits.title', whose)}
      text={t('habits.text')}
      chartLabel={t('habits.chart')}
      chart={<ShareBars bars={rows} />}
      table={
        <FigureTable
          label={t('habits.title', whose)}
          columns={[t('column.measure'), t('column.share'), t('column.cards')]}
          rows={rows.map((row) => ({ key: row.key, cells: [row.name, share(row.share), t('habits.of', { part: row.part, whole: row.whole })] }))}
        />
      }
    />
  );
}
