import { Button, Divider, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../api/client';
import type { Problem } from '../api/problem';
import { showFaults } from '../ui/field-faults';
import { ProblemAlert } from '../ui/problem-alert';
import { useProblemWords } from '../ui/use-problem-words';
import { EntranceFrame } from './entrance-frame';
import { LinkGate } from './link-gate';
import { NewPasswordInput } from './new-password-input';
import { countries, likelyCountry, ownTimeZone, timeZones } from './place';
import { useOneTimeLink } from './use-one-time-link';
import { forgetEverything } from './use-session';

/** The first minute of an installation: the organisation, and the person who looks after it. */
export function Component() {
  const { t } = useTranslation('entrance');
  const { token, link } = useOneTimeLink();
  return (
    <EntranceFrame title={t('firstAdmin.title')} text={t('firstAdmin.text')}>
      <LinkGate token={token} kind="first_admin" link={link}>
        {() => <FirstAdminForm token={token} />}
      </LinkGate>
    </EntranceFrame>
  );
}

const EMPTY = { name: '', email: '', password: '', organisation: { name: '', timeZone: '', country: '' } };

function FirstAdminForm({ token }: { readonly token: string }) {
  const { t, i18n } = useTranslation('entrance');
  const navigate = useNavigate();
  const words = useProblemWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const places = useMemo(() => ({ zones: timeZones(), countries: countries(i18n.language) }), [i18n.language]);
  const form = useForm({
    initialValues: { ...EMPTY, organisation: { name: '', timeZone: ownTimeZone(), country: likelyCountry() } },
  });
  const open = useMutation({
    mutationFn: (values: typeof EMPTY) => unwrap(api.POST('/api/v1/auth/first-admin', { body: { ...values, token } })),
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
    <form onSubmit={form.onSubmit((values) => open.mutate(values))}>
      <Stack>
        {problem && <ProblemAlert problem={problem} />}
        <TextInput label={t('firstAdmin.organisation')} autoComplete="organization" required {...form.getInputProps('organisation.name')} />
        <Select
          label={t('country')}
          description={t('countryText')}
          data={places.countries}
          searchable
          allowDeselect={false}
          {...form.getInputProps('organisation.country')}
        />
        <Select label={t('timeZone')} data={places.zones} searchable allowDeselect={false} {...form.getInputProps('organisation.timeZone')} />
        <Divider label={t('firstAdmin.you')} />
        <TextInput label={t('name')} autoComplete="name" required {...form.getInputProps('name')} />
        <TextInput label={t('email')} type="email" autoComplete="username" required {...form.getInputProps('email')} />
        <NewPasswordInput {...form.getInputProps('password')} />
        <Button type="submit" loading={open.isPending}>
          {t('firstAdmin.submit')}
        </Button>
      </Stack>
    </form>
  );
}
