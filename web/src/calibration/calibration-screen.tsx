import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ReceivedSection } from '../feedback/received-section';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { CalibrationFigures } from './calibration-figures';
import { ownCalibrationQuery } from './queries';

/** How one's own scores compare, for oneself. */
export function Component() {
  const { t } = useTranslation('calibration');
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      <QueryState query={useQuery(ownCalibrationQuery)}>{(calibration) => <CalibrationFigures calibration={calibration} />}</QueryState>
      <ReceivedSection />
    </>
  );
}
