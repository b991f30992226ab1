import { Alert, Button, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../api/client';
import { forgetEverything } from '../entrance/use-session';
import { FormDialog } from '../recruiter/form-dialog';
import { ProblemAlert } from '../ui/problem-alert';
import { demoQuery } from './queries';

/** In the demo only: throwing away what was tried, and beginning with the first morning again. */
export function DemoSection() {
  const { t } = useTranslation('admin');
  const demo = useQuery(demoQuery);
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (demo.isError && !demo.data) return <ProblemAlert problem={demo.error} onRetry={() => void demo.refetch()} />;
  const organisation = demo.data?.organisation ?? null;
  if (!demo.data || organisation === null) return null;
  return (
    <section aria-labelledby="demo" style={{ marginBottom: '2rem' }}>
      <Title order={2} size="h3" id="demo" mb={4}>
        {t('demo.title')}
      </Title>
      <Text size="sm" c="dimmed" maw={640} mb="sm">
        {t('demo.text', { organisation })}
      </Text>
      {demo.data.abilities.reset ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('demo.begin')}
        </Button>
      ) : (
        <Alert color="gray">{t('demo.elsewhere')}</Alert>
      )}
      {asking && (
        <FormDialog
          onClose={() => setAsking(false)}
          title={t('demo.begin')}
          text={t('demo.warning', { organisation })}
          submit={t('demo.begin')}
          done={t('demo.done')}
          danger
          keys={[]}
          initial={{ confirmation: '' }}
          send={(body) => unwrap(api.POST('/api/v1/demo/reset', { body }))}
          then={() => {
            void Promise.resolve(navigate('/sign-in', { replace: true })).then(forgetEverything);
          }}
        >
          {(form) => (
            <TextInput
              label={t('demo.confirmation')}
              description={organisation}
              required
              autoComplete="off"
              maxLength={200}
              data-autofocus
              {...form.getInputProps('confirmation')}
            />
          )}
        </FormDialog>
      )}
    </section>
  );
}
