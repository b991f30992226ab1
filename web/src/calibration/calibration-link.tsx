import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** From somebody's page to how they score. Whether it may be read yet, that page says. */
export function CalibrationLink({ userId }: { readonly userId: string }) {
  const { t } = useTranslation('calibration');
  return (
    <Button component={Link} to={`/calibration/${userId}`} variant="default">
      {t('title_theirs')}
    </Button>
  );
}
