import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../recruiter/use-change';
import { ProblemAlert } from '../ui/problem-alert';
import { QueryState } from '../ui/query-state';
import { toastDone } from '../ui/toast';
import classes from './plan-editor.module.css';
import { timeChanges, type TimeChange } from './plan-edits';
import { jobsUnderQuery, runningUnderQuery } from './queries';
import type { PlanDrafting } from './use-plan-draft';

interface SavePlanDialogProps {
  readonly planId: string;
  readonly drafting: PlanDrafting;
  readonly onClose: () => void;
}

const NAMED = 12;

/** What saving does before it is done: what stays as it is, and whose clocks move. */
export function SavePlanDialog({ planId, drafting, onClose }: SavePlanDialogProps) {
  const { t } = useTranslation(['plan-editor', 'app']);
  const changes = timeChanges(drafting.base, drafting.draft);
  const save = useChange(() => drafting.save(), {
    keys: [['plans'], ['applications'], ['jobs'], ['board']],
    then: (isSaved) => {
      if (isSaved) toastDone(t('save.done'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('save.title')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <Stack>
        {save.isError && <ProblemAlert problem={save.error} />}
        <Text size="sm">{t('save.text')}</Text>
        {changes.length === 0 ? <Text size="sm">{t('save.noClock')}</Text> : <MovedClocks planId={planId} changes={changes} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button data-autofocus loading={save.isPending} onClick={() => save.mutate(undefined)}>
            {t('save.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function MovedClocks({ planId, changes }: { readonly planId: string; readonly changes: readonly TimeChange[] }) {
  const { t } = useTranslation('plan-editor');
  const jobs = useQuery(jobsUnderQuery(planId));
  const running = useQuery({ ...runningUnderQuery((jobs.data ?? []).map(({ id }) => id)), enabled: jobs.data !== undefined });
  const said = (value: number | undefined) => value ?? t('save.usual');
  return (
    <>
      <ul className={classes.changes}>
        {changes.map(({ round, time, before, after }) => (
          <li key={`${round ?? ''} ${time}`}>
            {[...(round === null ? [] : [round]), t(round === null ? `deadline.${time}` : `time.${time}`)].join(' · ')}
            {': '}
            <span className="numbers">{t('save.fromTo', { before: said(before), after: said(after) })}</span>
          </li>
        ))}
      </ul>
      {jobs.isError && <ProblemAlert problem={jobs.error} onRetry={() => void jobs.refetch()} />}
      {!jobs.isError && (
        <QueryState query={running}>
          {({ items, isAll }) => (
            <section aria-label={t('save.running')}>
              <Text size="sm" fw={600} mb={4}>
                {items.length === 0 ? t('save.nobody') : t(isAll ? 'save.moves' : 'save.movesMore', { count: items.length })}
              </Text>
              <ul className={classes.changes}>
                {items.slice(0, NAMED).map(({ id, candidateName, jobTitle }) => (
                  <li key={id}>
                    <Anchor component={Link} to={`/applications/${id}`} target="_blank" size="sm" underline="always">
                      {candidateName}
                    </Anchor>{' '}
                    · {jobTitle}
                  </li>
                ))}
              </ul>
              {items.length > NAMED && (
                <Text size="sm" c="dimmed">
                  {t('draft:check.more', { count: items.length - NAMED })}
                </Text>
              )}
              {items.length > 0 && (
                <Text size="xs" c="dimmed" mt={4}>
                  {t('save.own')}
                </Text>
              )}
            </section>
          )}
        </QueryState>
      )}
    </>
  );
}
