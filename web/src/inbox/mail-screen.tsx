import { Alert, Button, Group, Paper, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptDraft } from '../debrief/kept-draft';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { QueryState } from '../ui/query-state';
import { toastDone } from '../ui/toast';
import { MailKinds } from './mail-kinds';
import { type MailChange, mailQuery, type MailSettings, saveMail } from './queries';
import { QuietDays } from './quiet-days';
import { WorkingHours } from './working-hours';

/** What is mailed to one, and when. The inbox has everything whatever is chosen here. */
export function Component() {
  const { t } = useTranslation('inbox');
  const settings = useQuery(mailQuery);
  return (
    <>
      <PageHeader title={t('mail.title')} text={t('mail.text')} back={{ to: '/inbox', label: t('title') }} />
      <QueryState query={settings}>{(data) => <MailForm key={data.version} settings={data} />}</QueryState>
    </>
  );
}

function draftOf({ kinds, digestAt, workingHours, quietDays, quietOnHolidays }: MailSettings): MailChange {
  const chosen = kinds.filter((one) => one.delivery !== one.default).map(({ kind, delivery }) => [kind, delivery] as const);
  return { kinds: Object.fromEntries(chosen), digestAt, workingHours, quietDays, quietOnHolidays };
}

function MailForm({ settings }: { readonly settings: MailSettings }) {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const [start] = useState(() => draftOf(settings));
  const { draft, change, forget } = useKeptDraft<MailChange>('mail-settings', start);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start);
  const save = useMutation({
    mutationFn: () => saveMail(draft, settings.version),
    onSuccess: (answer) => {
      forget();
      client.setQueryData(mailQuery.queryKey, answer);
      toastDone(t('mail.saved'));
    },
    onError: () => void client.invalidateQueries({ queryKey: mailQuery.queryKey }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="lg">
        {save.isError && <ProblemAlert problem={save.error} />}
        {!settings.mailed && (
          <Alert color="amber" icon={<IconMailOff aria-hidden />} title={t('mail.notMailed')}>
            {t('mail.notMailedText')}
          </Alert>
        )}
        <Section title={t('mail.when')}>
          <TextInput
            type="time"
            w={160}
            required
            label={t('mail.digestAt')}
            value={draft.digestAt}
            onChange={(event) => change({ digestAt: event.currentTarget.value })}
          />
          <WorkingHours value={draft.workingHours} onChange={(workingHours) => change({ workingHours })} />
          <QuietDays value={draft.quietDays} onChange={(quietDays) => change({ quietDays })} />
          <Switch
            label={t('mail.holidays')}
            checked={draft.quietOnHolidays}
            onChange={(event) => change({ quietOnHolidays: event.currentTarget.checked })}
          />
        </Section>
        <Section title={t('mail.what')} text={t('mail.whatText')}>
          <MailKinds kinds={settings.kinds} chosen={draft.kinds} onChange={(kinds) => change({ kinds })} />
        </Section>
        <Group>
          <Button type="submit" disabled={!isChanged} loading={save.isPending}>
            {t('mail.save')}
          </Button>
          {isChanged && (
            <Button variant="default" onClick={forget}>
              {t('mail.undo')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function Section({ title, text, children }: { readonly title: string; readonly text?: string; readonly children: ReactNode }) {
  return (
    <Paper p="lg" component="section" aria-label={title}>
      <Title order={2} mb={text === undefined ? 'md' : 4}>
        {title}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="dimmed" mb="md">
          {text}
        </Text>
      )}
      <Stack>{children}</Stack>
    </Paper>
  );
}
