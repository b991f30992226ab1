import { Alert, Badge, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import list from '../recruiter/list.module.css';
import { NotFound } from '../app/not-found';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { ScreenSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import { CountsTable } from './counts-table';
import { STATE_COLORS } from './imports-screen';
import { MappingForm } from './mapping-form';
import { type Import, importQuery } from './queries';
import { Report } from './report';

/** One import from its files to its end. Everything stands on the server: a reload comes back to the same step. */
export function Component() {
  const { importId = '' } = useParams();
  const found = useQuery(importQuery(importId));
  if (found.data) return <OneImport one={found.data} />;
  if (!found.isError) return <ScreenSkeleton />;
  if (asProblem(found.error).isAbsent) return <NotFound />;
  return <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />;
}

function OneImport({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [mapping, setMapping] = useState(false);
  const steps = useSteps(one.id);
  const { state, abilities } = one;
  // A file that cannot be read is not mended by saying what it means.
  const asksMapping = abilities.map && state !== 'failed' && (state !== 'planned' || mapping);
  const actions = (
    <Group gap="xs" className={list.actions}>
      {abilities.map && state === 'planned' && (
        <Button variant="default" onClick={() => setMapping((open) => !open)} aria-expanded={mapping}>
          {t('mapping.open')}
        </Button>
      )}
      {abilities.cancel && (
        <Button variant="default" loading={steps.cancel.isPending} onClick={() => steps.cancel.mutate()}>
          {t('cancel')}
        </Button>
      )}
    </Group>
  );
  return (
    <>
      <PageHeader
        title={t('past.of', { source: t(`source.${one.source}`), date: format.dateTime(one.createdAt) })}
        back={{ to: '/imports', label: t('title') }}
        aside={<Badge color={STATE_COLORS[state]}>{t(`state.${state}`)}</Badge>}
        text={one.files
          .map(({ name, size }) => `${name} (${t('kilobytes', { size: format.number(Math.max(1, Math.round(size / 1024))) })})`)
          .join(', ')}
        actions={actions}
      />
      <Stack gap="lg">
        {steps.problem !== null && <ProblemAlert problem={steps.problem} />}
        <Standing one={one} onRun={() => steps.run.mutate()} isStarting={steps.run.isPending} />
        {asksMapping && <MappingForm key={`${one.id} ${state}`} one={one} onDone={() => setMapping(false)} />}
        {one.counts.length > 0 && state !== 'running' && <Report one={one} />}
      </Stack>
    </>
  );
}

function useSteps(importId: string) {
  const client = useQueryClient();
  const path = { path: { importId } };
  const after = {
    onSuccess: (one: Import) => client.setQueryData(importQuery(importId).queryKey, one),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  };
  const run = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/imports/{importId}/run', { params: path })), ...after });
  const cancel = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/imports/{importId}/cancel', { params: path })), ...after });
  return { run, cancel, problem: run.error ?? cancel.error };
}

interface StandingProps {
  readonly one: Import;
  readonly onRun: () => void;
  readonly isStarting: boolean;
}

/** Where it stands, and the next step. */
function Standing({ one, onRun, isStarting }: StandingProps) {
  const { t } = useTranslation('imports');
  const { state, progress, problem } = one;
  if (state === 'reading' || state === 'running' || state === 'uploading') return <UnderWay state={state} progress={progress} />;
  if (state === 'failed') {
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('failed.title')}>
        <FileFault problem={problem} />
        <Button component={Link} to="/imports" variant="default" size="xs" mt="sm">
          {t('failed.again')}
        </Button>
      </Alert>
    );
  }
  if (state === 'needs_mapping') return <Text>{t('needsMapping')}</Text>;
  if (state === 'cancelled') return <Text>{t('cancelledText')}</Text>;
  return (
    <>
      {one.replanned && state === 'planned' && (
        <Alert color="amber" icon={<IconRefresh aria-hidden />} title={t('replanned.title')}>
          {t('replanned.text')}
        </Alert>
      )}
      <Paper p="lg">
        <CountsTable counts={one.counts} isDone={state === 'done'} />
        {state === 'planned' && (
          <Group mt="lg">
            <Button onClick={onRun} disabled={!one.abilities.run} loading={isStarting}>
              {t('run.go', { count: touched(one) })}
            </Button>
            <Text size="sm" c="dimmed" flex="1 1 16rem">
              {t(touched(one) === 0 ? 'run.nothing' : 'run.text')}
            </Text>
          </Group>
        )}
      </Paper>
    </>
  );
}

function touched({ counts }: Import): number {
  return counts.filter(({ action }) => action === 'make' || action === 'change').reduce((sum, { count }) => sum + count, 0);
}

function UnderWay({
  state,
  progress: { done, total },
}: {
  readonly state: 'reading' | 'running' | 'uploading';
  readonly progress: Import['progress'];
}) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <Paper p="lg">
      <Group justify="space-between" mb="xs">
        <Text fw={600} role="status">
          {t(`underWay.${state}`)}
        </Text>
        <Text size="sm" c="dimmed" className="numbers">
          {state === 'running' ? t('underWay.rows', { done: format.number(done), total: format.number(total) }) : format.percent(share)}
        </Text>
      </Group>
      <Progress value={share * 100} aria-label={t(`underWay.${state}`)} />
      <Text size="sm" c="dimmed" mt="xs">
        {t('underWay.leave')}
      </Text>
    </Paper>
  );
}

/** Why the files could not be read, and where. The server's sentence is in English; other languages have one by its code. */
function FileFault({ problem }: { readonly problem: Import['problem'] }) {
  const { t, i18n } = useTranslation('imports');
  if (!problem) return <Text size="sm">{t('failed.unknown')}</Text>;
  const { code, detail, file, line, column } = problem;
  const said = i18n.language === 'en' ? detail : t(`fault.${code}`, { defaultValue: detail });
  const where = [file, line === null ? null : t('failed.line', { line }), column === null ? null : t('failed.column', { column })];
  return (
    <Stack gap={2}>
      <Text size="sm">{said}</Text>
      <Text size="sm" c="dimmed">
        {where.filter((part) => part !== null).join(' · ')}
      </Text>
    </Stack>
  );
}
