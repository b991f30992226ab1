import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { asProblem } from '../api/problem';
import { NotFound } from '../app/not-found';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { CalibrationFigures } from './calibration-figures';
import { calibrationQuery } from './queries';

/** Another's page, once it was theirs. That it was read is on the record, and the page says so. */
export function Component() {
  const { t } = useTranslation('calibration');
  const { userId = '' } = useParams();
  const query = useQuery(calibrationQuery(userId));
  if (query.isError && asProblem(query.error).isAbsent) return <NotFound />;
  const { name, status } = query.data ?? {};
  return (
    <>
      <PageHeader
        title={name === undefined ? t('title_theirs') : t('of', { name })}
        text={status === 'shown' || status === 'not_enough_yet' ? t('text_theirs') : undefined}
        back={name === undefined ? undefined : { to: `/admin/users/${userId}`, label: name }}
      />
      <QueryState query={query}>{(calibration) => <CalibrationFigures calibration={calibration} />}</QueryState>
    </>
  );
}
