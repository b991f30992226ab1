import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKnownMe } from '../api/me';

/** From the reports to how panels agree, how decisions differ from the rules and what scores are when freed of who rated, and for those who answer for the whole to how severity varies. */
export function ReportLinks() {
  const { t } = useTranslation('calibration');
  const abilities = useKnownMe()?.abilities;
  return (
    <>
      <Button component={Link} to="/reports/agreement" variant="default">
        {t('agreement.title')}
      </Button>
      <Button component={Link} to="/reports/override-rates" variant="default">
        {t('overrides.title')}
      </Button>
      <Button component={Link} to="/reports/adjusted-scores" variant="default">
        {t('adjusted.title')}
      </Button>
      {(abilities?.administer === true || abilities?.audit === true) && (
        <Button component={Link} to="/reports/severity" variant="default">
          {t('severity.title')}
        </Button>
      )}
    </>
  );
}
