import { IconRulerMeasure } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { EffectSection } from './effect-section';
import { HabitsSection, LevelsSection, PanelsSection } from './own-sections';
import { ownCalibrationQuery } from './queries';

/** How one's own scores compare, for oneself: nobody is named beside one, and nobody is ranked. */
export function Component() {
  const { t } = useTranslation('calibration');
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      <QueryState query={useQuery(ownCalibrationQuery)}>
        {({ status, candidates, fewestCandidates, effects, distribution, panels, habits }) => {
          if (status !== 'shown') {
            const missing = Math.max(1, fewestCandidates - (candidates ?? 0));
            return (
              <EmptyScreen
                icon={IconRulerMeasure}
                title={t('few.title', { count: missing })}
                text={t('few.text', { fewest: fewestCandidates, have: candidates ?? 0 })}
              />
            );
          }
          return (
            <>
              <EffectSection effects={effects} />
              {distribution.map((one) => (
                <LevelsSection key={one.levels} distribution={one} />
              ))}
              <PanelsSection panels={panels} />
              {habits && <HabitsSection habits={habits} />}
            </>
          );
        }}
      </QueryState>
    </>
  );
}
