import { Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usersQuery } from '../admin/queries';
import { jobChoiceQuery } from '../recruiter/queries';
import { useChange } from '../recruiter/use-change';
import { toastProblem } from '../ui/toast';
import { type Calendar, followedQuery, nameCalendar, type Owner } from './queries';

/** Saying which job or person works by this calendar. */
export function NameCalendar({ calendar }: { readonly calendar: Calendar }) {
  const { t } = useTranslation('calendars');
  const jobs = useQuery(jobChoiceQuery).data ?? [];
  const users = useInfiniteQuery(usersQuery('', null, 'active')).data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="naming">
      <Title order={2} size="h3" id="naming" mb="xs">
        {t('naming.title')}
      </Title>
      <Paper p="md">
        <Stack>
          <Text size="sm" c="dimmed">
            {t('naming.text')}
          </Text>
          <OwnerChoice owner="job" calendar={calendar} choices={jobs.map(({ id, title }) => ({ value: id, label: title }))} />
          <OwnerChoice owner="user" calendar={calendar} choices={users.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))} />
        </Stack>
      </Paper>
    </section>
  );
}

interface OwnerChoiceProps {
  readonly owner: Owner;
  readonly calendar: Calendar;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

function OwnerChoice({ owner, calendar, choices }: OwnerChoiceProps) {
  const { t } = useTranslation('calendars');
  const [id, setId] = useState<string | null>(null);
  const { data: followed } = useQuery({ ...followedQuery(owner, id ?? ''), enabled: id !== null });
  const name = useChange((calendarId: string | null) => nameCalendar(owner, id ?? '', calendarId), {
    keys: [['calendars'], ['applications'], ['board']],
    done: t('naming.done'),
  });
  const isOurs = followed?.calendarId === calendar.id && followed.source === 'named';
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={t(`naming.${owner}`)}
        placeholder={t('naming.choose')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('naming.clear') }}
        nothingFoundMessage={t('naming.none')}
        style={{ flex: '1 1 16rem' }}
        data={choices}
        value={id}
        onChange={setId}
        {...(followed && {
          description: t(`naming.now.${followed.source}`, {
            name: followed.name ?? followed.country,
            country: followed.country,
            zone: followed.zone,
          }),
        })}
      />
      {id !== null && followed?.edit && (
        <Button variant="default" loading={name.isPending} onClick={() => name.mutate(isOurs ? null : calendar.id, { onError: toastProblem })}>
          {t(isOurs ? 'naming.stop' : 'naming.follow')}
        </Button>
      )}
    </Group>
  );
}
