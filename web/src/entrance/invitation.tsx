import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../api/client';
import type { Problem } from '../api/problem';
import type { components } from '../api/schema.gen';
import { currentLanguage } from '../app/language';
import { showFaults } from '../ui/field-faults';
import { ProblemAlert } from '../ui/problem-alert';
import { useFormat } from '../ui/use-format';
import { useProblemWords } from '../ui/use-problem-words';
import { EntranceFrame } from './entrance-frame';
import { LinkGate } from './link-gate';
import { NewPasswordInput } from './new-password-input';
import { ownTimeZone, timeZones } from './place';
import { useOneTimeLink } from './use-one-time-link';
import { forgetEverything } from './use-session';

/** Accept an invitation: a name, a password, and one is in. */
export function Component() {
  const { t } = useTranslation('entrance');
  const { token, link } = useOneTimeLink();
  const organisation = link.data?.organisation;
  return (
    <EntranceFrame title={organisation ? t('invitation.titleOf', { organisation }) : t('invitation.title')} text={t('invitation.text')}>
      <LinkGate token={token} kind="invitation" link={link}>
        {(info) => <InvitationForm token={token} info={info} />}
      </LinkGate>
    </EntranceFrame>
  );
}

function InvitationForm({ token, info }: { readonly token: string; readonly info: components['schemas']['LinkDto'] }) {
  const { t } = useTranslation('entrance');
  const format = useFormat();
  const navigate = useNavigate();
  const words = useProblemWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({ initialValues: { name: info.name ?? '', password: '', timeZone: ownTimeZone() } });
  const accept = useMutation({
    mutationFn: (values: { name: string; password: string; timeZone: string }) =>
      unwrap(api.POST('/api/v1/auth/invitations/accept', { body: { ...values, token, locale: currentLanguage() } })),
    onSuccess: () => {
      forgetEverything();
      void navigate('/', { replace: true });
    },
    onError: (error) => {
      const { problem: said, allShown } = showFaults(form, error, words);
      setProblem(allShown ? null : said);
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => accept.mutate(values))}>
      <Stack>
        {problem && <ProblemAlert problem={problem} />}
        <TextInput label={t('email')} value={info.email ?? ''} readOnly autoComplete="username" variant="filled" />
        <TextInput label={t('name')} autoComplete="name" required {...form.getInputProps('name')} />
        <NewPasswordInput {...form.getInputProps('password')} />
        <Select
          label={t('timeZone')}
          description={t('timeZoneText')}
          data={timeZones()}
          searchable
          allowDeselect={false}
          {...form.getInputProps('timeZone')}
        />
        <Button type="submit" loading={accept.isPending}>
          {t('invitation.submit')}
        </Button>
        <Text size="xs" c="dimmed" ta="center">
          {t('link.until', { when: format.dateTime(info.expiresAt) })}
        </Text>
      </Stack>
    </form>
  );
}
