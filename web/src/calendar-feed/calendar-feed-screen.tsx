import { Alert, Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { IconCalendarShare } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OneTimeSecret } from '../admin/one-time-link';
import { api, newKey, once, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import list from '../recruiter/list.module.css';
import { useChange } from '../recruiter/use-change';
import { EmptyScreen } from '../ui/empty-screen';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { QueryState } from '../ui/query-state';
import { useFormat } from '../ui/use-format';

type MyFeed = components['schemas']['MyCalendarFeedDto'];
type Ask = 'renew' | 'revoke';

const KEYS = [['calendar-feed']];

const feedQuery = queryOptions({ queryKey: ['calendar-feed'], queryFn: () => unwrap(api.GET('/api/v1/me/calendar-feed')) });

/** One's interviews in one's own calendar program: the secret address it subscribes to. */
export function Component() {
  const { t } = useTranslation('calendar-feed');
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      <QueryState query={useQuery(feedQuery)}>{(mine) => <Feed mine={mine} />}</QueryState>
    </>
  );
}

function Feed({ mine: { feed, abilities } }: { readonly mine: MyFeed }) {
  const { t } = useTranslation('calendar-feed');
  const format = useFormat();
  const [asking, setAsking] = useState<Ask | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const issue = useChange(() => unwrap(api.POST('/api/v1/me/calendar-feed', { headers: once(newKey()) })), {
    keys: KEYS,
    then: (made) => {
      setAsking(null);
      setUrl(made.url);
    },
  });
  const revoke = useChange(() => unwrap(api.DELETE('/api/v1/me/calendar-feed')), { keys: KEYS, done: t('revoked'), then: () => setAsking(null) });
  const failed = issue.error ?? revoke.error;
  const ask = (what: Ask) => {
    issue.reset();
    revoke.reset();
    setAsking(what);
  };
  return (
    <Stack>
      {asking === null && failed && <ProblemAlert problem={failed} />}
      {feed === null ? (
        <EmptyScreen icon={IconCalendarShare} title={t('empty')} text={t('emptyText')}>
          {abilities.issue && (
            <Button loading={issue.isPending} onClick={() => issue.mutate()}>
              {t('make')}
            </Button>
          )}
        </EmptyScreen>
      ) : (
        <Paper p="md">
          <dl className={list.facts}>
            <div>
              <dt>{t('address')}</dt>
              <dd>{t('endsIn', { hint: feed.hint })}</dd>
            </div>
            <div>
              <dt>{t('made')}</dt>
              <dd title={format.exact(feed.createdAt)}>{format.date(feed.createdAt)}</dd>
            </div>
            <div>
              <dt>{t('lastRead')}</dt>
              <dd>{feed.lastReadAt === null ? t('neverRead') : format.dateTime(feed.lastReadAt)}</dd>
            </div>
          </dl>
          <Text size="sm" c="dimmed" mt="md" maw={640}>
            {t('lost')}
          </Text>
          <Group mt="md" gap="xs">
            {abilities.issue && (
              <Button variant="default" onClick={() => ask('renew')}>
                {t('renew.button')}
              </Button>
            )}
            {abilities.revoke && (
              <Button variant="subtle" color="red" onClick={() => ask('revoke')}>
                {t('revoke.button')}
              </Button>
            )}
          </Group>
        </Paper>
      )}
      {asking !== null && (
        <Modal opened onClose={() => setAsking(null)} title={t(`${asking}.title`)} closeButtonProps={{ 'aria-label': t('app:close') }}>
          <Stack>
            {failed && <ProblemAlert problem={failed} />}
            <Alert color="amber">{t(`${asking}.text`)}</Alert>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(null)}>
                {t('app:cancel')}
              </Button>
              <Button
                data-autofocus
                color={asking === 'revoke' ? 'red' : undefined}
                loading={issue.isPending || revoke.isPending}
                onClick={() => (asking === 'renew' ? issue.mutate() : revoke.mutate())}
              >
                {t(`${asking}.button`)}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
      {url !== null && <OneTimeSecret title={t('secret')} text={t('secretText')} secret={url} onClose={() => setUrl(null)} />}
    </Stack>
  );
}
