import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FigureSection } from '../calibration/figure-section';
import { FigureTable } from '../calibration/figure-table';
import { ShareBars } from '../calibration/share-bars';
import { useFormat } from '../ui/use-format';
import { MARKS, marksReceivedQuery } from './queries';

/** What colleagues made of my evidence over all my cards: for me alone. */
export function ReceivedSection() {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const received = useQuery(marksReceivedQuery).data;
  if (!received) return null;
  const { pieces, counts, fewestForTotals } = received;
  const title = t('received.title');
  const given = MARKS.reduce((sum, mark) => sum + counts[mark], 0);
  if (given === 0)
    return <FigureSection title={title} text={t('received.none', { fewest: fewestForTotals })} chartLabel={title} chart={null} table={null} />;
  const rows = MARKS.map((mark) => ({ key: mark, name: t(`mark.${mark}`), count: counts[mark], share: counts[mark] / given }));
  return (
    <FigureSection
      title={title}
      text={t('received.text', { count: pieces, fewest: fewestForTotals })}
      chartLabel={t('received.chart')}
      chart={<ShareBars bars={rows} />}
      table={
        <FigureTable
          label={title}
          columns={[t('received.mark'), t('received.times'), t('received.share')]}
          rows={rows.map((row) => ({ key: row.key, cells: [row.name, format.number(row.count), format.percent(row.share)] }))}
        />
      }
    />
  );
}
