import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../api/client';
import type { Problem } from '../api/problem';
import { showFaults } from '../ui/field-faults';
import { ProblemAlert } from '../ui/problem-alert';
import { toastDone } from '../ui/toast';
import { useProblemWords } from '../ui/use-problem-words';
import { EntranceFrame } from './entrance-frame';
import { LinkGate } from './link-gate';
import { NewPasswordInput } from './new-password-input';
import { useOneTimeLink } from './use-one-time-link';

/** A new password, through the link that was mailed or handed over. */
export function Component() {
  const { t } = useTranslation('entrance');
  const { token, link } = useOneTimeLink();
  const navigate = useNavigate();
  const words = useProblemWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({ initialValues: { password: '' } });
  const reset = useMutation({
    mutationFn: ({ password }: { password: string }) => unwrap(api.POST('/api/v1/auth/password-reset/confirm', { body: { token, password } })),
    onSuccess: () => {
      toastDone(t('finishReset.done'));
      void navigate('/sign-in', { replace: true });
    },
    onError: (error) => {
      const { problem: said, allShown } = showFaults(form, error, words);
      setProblem(allShown ? null : said);
    },
  });
  return (
    <EntranceFrame title={t('finishReset.title')} text={link.data?.email}>
      <LinkGate token={token} kind="password_reset" link={link}>
        {() => (
          <form onSubmit={form.onSubmit((values) => reset.mutate(values))}>
            <Stack>
              {problem && <ProblemAlert problem={problem} />}
              <NewPasswordInput {...form.getInputProps('password')} />
              <Button type="submit" loading={reset.isPending}>
                {t('finishReset.submit')}
              </Button>
            </Stack>
          </form>
        )}
      </LinkGate>
    </EntranceFrame>
  );
}
