import { Alert, Badge, Button, Group, List, Select, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, newKey, once, unwrap } from '../api/client';
import type { RubricContent } from '../api/rubric-content';
import list from '../ui/list.module.css';
import { useChange } from '../recruiter/use-change';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { ScreenState } from '../ui/screen-state';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import { useProblemWords } from '../ui/use-problem-words';
import { rubricVersionsQuery, type RubricVersion } from './queries';
import { RubricDifferences } from './rubric-differences';
import { RubricReading } from './rubric-reading';
import { VERSION_COLORS } from './rubrics-screen';

/** A rubric, version by version: what it asks, what changed, and whether the draft may be published. */
export function Component() {
  const { rubricId = '' } = useParams();
  return (
    <ScreenState query={useQuery(rubricVersionsQuery(rubricId))}>{(versions) => <RubricPage versions={versions} rubricId={rubricId} />}</ScreenState>
  );
}

function RubricPage({ versions, rubricId }: { readonly versions: readonly RubricVersion[]; readonly rubricId: string }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const version = versions.find(({ id }) => id === params.get('version')) ?? versions[0];
  const navigate = useNavigate();
  const show = (id: string) => setParams({ version: id }, { replace: true });
  const keys = [['rubrics'], ['jobs']];
  const openDraft = useChange(
    (versionId: string) =>
      unwrap(api.POST('/api/v1/rubrics/versions/{versionId}/drafts', { params: { path: { versionId } }, headers: once(newKey()) })),
    {
      keys,
      done: t('rubrics.draftOpened'),
      then: () => void navigate(`/rubrics/${rubricId}/edit`),
    },
  );
  const publish = useChange(
    (versionId: string) =>
      unwrap(api.POST('/api/v1/rubrics/versions/{versionId}/publish', { params: { path: { versionId } }, headers: once(newKey()) })),
    { keys, done: t('rubrics.published') },
  );
  if (!version) return null;
  const { id, rubricName, number, status, publishedAt, content, abilities } = version;
  const parent = versions.find((one) => one.id === version.parentId);
  return (
    <>
      <PageHeader
        title={rubricName}
        back={{ to: '/rubrics', label: t('rubrics.title') }}
        aside={<Badge color={VERSION_COLORS[status]}>{t(`rubrics.status.${status}`)}</Badge>}
        text={[
          t('rubrics.version', { number }),
          publishedAt === null ? t('rubrics.notPublished') : t('rubrics.publishedOn', { date: format.date(publishedAt) }),
        ].join(' · ')}
        actions={
          <Group gap="xs" className={list.actions}>
            {versions.length > 1 && (
              <Select
                w={190}
                aria-label={t('rubrics.choose')}
                allowDeselect={false}
                data={versions.map((one) => ({
                  value: one.id,
                  label: `${t('rubrics.version', { number: one.number })} · ${t(`rubrics.status.${one.status}`)}`,
                }))}
                value={id}
                onChange={(value) => value && show(value)}
              />
            )}
            {abilities.openDraft && (
              <Button variant="default" loading={openDraft.isPending} onClick={() => openDraft.mutate(id, { onError: toastProblem })}>
                {t('rubrics.openDraft')}
              </Button>
            )}
            {abilities.edit && (
              <Button variant={abilities.publish ? 'default' : 'filled'} component={Link} to={`/rubrics/${rubricId}/edit`}>
                {t('rubrics.editDraft')}
              </Button>
            )}
            {abilities.publish && (
              <Button loading={publish.isPending} onClick={() => publish.mutate(id)}>
                {t('rubrics.publish')}
              </Button>
            )}
          </Group>
        }
      />
      {publish.isError && <ProblemAlert problem={publish.error} />}
      {status === 'draft' && !publish.isError && <DraftFaults version={version} />}
      <Tabs key={rubricId} defaultValue="reading" mt="md">
        <Tabs.List mb="md">
          <Tabs.Tab value="reading">{t('rubrics.reading')}</Tabs.Tab>
          <Tabs.Tab value="differences">{t('rubrics.differences')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="reading">
          <RubricReading content={content as unknown as RubricContent} />
        </Tabs.Panel>
        <Tabs.Panel value="differences">
          {versions.length > 1 ? (
            <RubricDifferences versions={versions} version={version} parent={parent} />
          ) : (
            <Text c="dimmed">{t('rubrics.onlyOne')}</Text>
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function DraftFaults({ version }: { readonly version: RubricVersion }) {
  const { t } = useTranslation('admin');
  const words = useProblemWords();
  if (version.faults.length === 0) {
    return (
      <Alert color="green" icon={<IconCircleCheck aria-hidden />} title={t('rubrics.ready')}>
        {t('rubrics.readyText')}
      </Alert>
    );
  }
  return (
    <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={t('rubrics.faults', { count: version.faults.length })}>
      <List size="sm">
        {version.faults.map((fault) => (
          <List.Item key={`${fault.pointer} ${fault.code}`}>
            {words.fault(fault)}{' '}
            <Text span size="xs" c="dimmed">
              {fault.pointer}
            </Text>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
