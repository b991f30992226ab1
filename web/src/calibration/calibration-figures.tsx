import { IconLock, IconRulerMeasure } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { EffectSection } from './effect-section';
import { HabitsSection, LevelsSection, PanelsSection } from './own-sections';
import type { Calibration } from './queries';
import { WhoseProvider } from './whose';

/** How one person's scores compare: nobody is named beside them, and nobody is ranked. */
export function CalibrationFigures({ calibration }: { readonly calibration: Calibration }) {
  const { t } = useTranslation('calibration');
  const { own, name, status, candidates, fewestCandidates, effects, distribution, panels, habits } = calibration;
  const context = own ? undefined : 'theirs';
  if (status === 'theirs_first') return <EmptyScreen icon={IconLock} title={t('first.title', { name })} text={t('first.text', { name })} />;
  if (status === 'not_enough_yet') {
    const missing = Math.max(1, fewestCandidates - (candidates ?? 0));
    return (
      <EmptyScreen
        icon={IconRulerMeasure}
        title={t('few.title', { count: missing })}
        text={t('few.text', { fewest: fewestCandidates, have: candidates ?? 0, context })}
      />
    );
  }
  return (
    <WhoseProvider value={context}>
      <EffectSection effects={effects} />
      {distribution.map((one) => (
        <LevelsSection key={one.levels} distribution={one} />
      ))}
      <PanelsSection panels={panels} />
      {habits && <HabitsSection habits={habits} />}
    </WhoseProvider>
  );
}
