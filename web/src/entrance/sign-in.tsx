import { Alert, Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { api, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import { ProblemAlert } from '../ui/problem-alert';
import { DemoSignIns } from './demo-sign-ins';
import { EntranceFrame } from './entrance-frame';
import { targetOf } from './sign-in-address';
import { forgetEverything, useSession } from './use-session';

/** Sign in, and go on to where one wanted to be. */
export function Component() {
  const { t } = useTranslation('entrance');
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const target = targetOf(query);
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } });
  const enter = () => {
    forgetEverything();
    void navigate(target, { replace: true });
  };
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => unwrap(api.POST('/api/v1/auth/sign-in', { body })),
    onSuccess: enter,
    onError: () => form.setFieldValue('password', ''),
  });
  const failed = signIn.isError;
  useEffect(() => {
    if (failed) document.getElementById('password')?.focus();
  }, [failed]);
  if (session.data?.user && !signIn.isPending) return <Navigate to={target} replace />;
  const needsFirstAdmin = session.data?.needsFirstAdmin === true;
  return (
    <EntranceFrame
      title={t('signIn.title')}
      text={session.data?.organisation?.name ?? t('signIn.text')}
      aside={<DemoSignIns isDemo={session.data?.organisation?.isDemo === true} onDone={enter} />}
    >
      {query.has('ended') && !failed && <Alert color="amber">{t('signIn.ended')}</Alert>}
      {needsFirstAdmin && <Alert title={t('signIn.nobodyYet.title')}>{t('signIn.nobodyYet.text')}</Alert>}
      {failed && <ProblemAlert problem={asProblem(signIn.error)} />}
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            id="password"
            label={t('password')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
          <Anchor component={Link} to="/reset" size="sm" ta="center">
            {t('signIn.forgotten')}
          </Anchor>
        </Stack>
      </form>
    </EntranceFrame>
  );
}
