import { Badge, Button, Checkbox, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import { ProblemAlert } from '../ui/problem-alert';
import { QueryState } from '../ui/query-state';
import { suggestionsQuery } from './queries';
import { SlotLists } from './slot-lists';
import { useChange } from './use-change';
import { useSendKey } from './use-send-key';

type Suggestions = components['schemas']['SuggestionsDto'];

/** The server takes no more at once. */
const MOST = 10;
const DAYS = ['7', '14', '30', '60'] as const;

interface FindTimesProps {
  readonly interviewId: string;
  readonly onClose: () => void;
}

/** The times at which the whole panel is free, to propose some of them. */
export function FindTimes({ interviewId, onClose }: FindTimesProps) {
  const { t } = useTranslation('recruiter');
  const [days, setDays] = useState('14');
  return (
    <>
      <Select
        label={t('times.days')}
        data={DAYS.map((value) => ({ value, label: t('times.nextDays', { count: Number(value) }) }))}
        value={days}
        allowDeselect={false}
        onChange={(value) => value !== null && setDays(value)}
        maw={220}
      />
      <QueryState query={useQuery(suggestionsQuery(interviewId, Number(days)))}>
        {(found) => <FreeTimes key={days} found={found} interviewId={interviewId} onClose={onClose} />}
      </QueryState>
    </>
  );
}

function FreeTimes({ found, interviewId, onClose }: FindTimesProps & { readonly found: Suggestions }) {
  const { t } = useTranslation('recruiter');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const keyOf = useSendKey();
  const slots = found.items.filter(({ startsAt }) => chosen.includes(startsAt)).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
  const propose = useChange(
    () =>
      unwrap(
        api.POST('/api/v1/interviews/{interviewId}/proposals', {
          params: { path: { interviewId } },
          headers: once(keyOf(slots)),
          body: { slots, timeZone: found.timeZone },
        }),
      ),
    { keys: [['interview-times', interviewId], ['applications']], done: t('times.proposed') },
  );
  if (found.items.length === 0) return <Text size="sm">{t('times.none', { minutes: found.minutes })}</Text>;
  return (
    <>
      {propose.error && <ProblemAlert problem={propose.error} />}
      <Checkbox.Group
        label={t('times.free', { minutes: found.minutes })}
        description={t('times.freeText', { count: MOST })}
        value={[...chosen]}
        onChange={setChosen}
        maxSelectedValues={MOST}
      >
        <SlotLists slots={found.items} chosen={chosen} timeZone={found.timeZone} />
      </Checkbox.Group>
      {found.more && (
        <Text size="xs" c="dimmed">
          {t('times.more')}
        </Text>
      )}
      <Group justify="flex-end">
        {slots.length > 0 && <Badge variant="light">{t('times.chosen', { count: slots.length })}</Badge>}
        <Button variant="default" onClick={onClose}>
          {t('app:cancel')}
        </Button>
        <Button disabled={slots.length === 0} loading={propose.isPending} onClick={() => propose.mutate()}>
          {t('times.propose')}
        </Button>
      </Group>
    </>
  );
}
