import { Button } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** To the job's candidates side by side; whose debriefs one may compare, that screen knows. */
export function FinalistsLink({ jobId }: { readonly jobId: string }) {
  const { t } = useTranslation('debrief');
  return (
    <Button component={Link} to={`/jobs/${jobId}/finalists`} variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
      {t('finalists.open')}
    </Button>
  );
}
