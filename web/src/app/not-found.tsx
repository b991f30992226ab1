import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyScreen } from '../ui/empty-screen';
import { PageTitle } from '../ui/page-header';

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageTitle title={t('notFound.title')} />
      <EmptyScreen icon={IconMapQuestion} title={t('notFound.title')} asHeading text={t('notFound.text')}>
        <Button component={Link} to="/">
          {t('notFound.home')}
        </Button>
      </EmptyScreen>
    </>
  );
}
