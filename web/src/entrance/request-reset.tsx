import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { EntranceFrame } from './entrance-frame';
import { useSession } from './use-session';

/** Ask for a link to a new password; the answer does not tell whether the account exists. */
export function Component() {
  const { t } = useTranslation('entrance');
  const session = useSession().data;
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '' } });
  const request = useMutation({
    mutationFn: (body: { email: string }) => unwrap(api.POST('/api/v1/auth/password-reset', { body })),
  });
  return (
    <EntranceFrame title={t('reset.title')} text={t('reset.text')}>
      {session?.mailsLinks === false && <Alert title={t('reset.noMail.title')}>{t('reset.noMail.text')}</Alert>}
      {request.isSuccess ? (
        <Alert role="status" color="green" title={t('reset.sent.title')}>
          {t('reset.sent.text')}
        </Alert>
      ) : (
        <form onSubmit={form.onSubmit((values) => request.mutate(values))}>
          <Stack>
            {request.isError && <ProblemAlert problem={request.error} />}
            <TextInput label={t('email')} type="email" autoComplete="username" required key={form.key('email')} {...form.getInputProps('email')} />
            <Button type="submit" loading={request.isPending}>
              {t('reset.submit')}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to="/sign-in" size="sm" ta="center">
        {t('toSignIn')}
      </Anchor>
    </EntranceFrame>
  );
}
