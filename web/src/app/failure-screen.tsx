import { Button, Container, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';

export function FailureScreen({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('app');
  return (
    <Container size="sm" py="xl">
      <Stack>
        <PageHeader title={t('failure.title')} />
        <ProblemAlert problem={problem} />
        <Group>
          <Button onClick={() => window.location.reload()}>{t('failure.reload')}</Button>
          <Button variant="default" onClick={() => window.location.assign('/')}>
            {t('notFound.home')}
          </Button>
        </Group>
      </Stack>
    </Container>
  );
}
