import { Alert, Badge, Button, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, unwrap } from '../api/client';
import { useMe } from '../api/me';
import { useChange } from '../recruiter/use-change';
import { FaultPanel } from '../rubric-editor/fault-panel';
import { ConflictDialog } from '../scorecard/conflict-dialog';
import { DraftFaultsProvider, focusPointer, useDraftFaults } from '../ui/draft-faults';
import { mergeKeyed } from '../ui/keyed-merge';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { ScreenState } from '../ui/screen-state';
import { toastProblem } from '../ui/toast';
import { toastUndo } from '../ui/toast-undo';
import { DeadlinesPart } from './deadlines-part';
import type { PlanDraft } from './plan-content';
import { PlanProvider } from './plan-context';
import classes from './plan-editor.module.css';
import { removeRound } from './plan-edits';
import { PlanReading } from './plan-reading';
import { draftOf, type Plan, planCheckQuery, readPlan } from './queries';
import { RoundsPart } from './rounds-part';
import { SavePlanDialog } from './save-plan-dialog';
import { type PlanDrafting, usePlanDraft } from './use-plan-draft';

/** One interview plan: written by those who may, read by everybody else. */
export function Component() {
  const { planId = '' } = useParams();
  const me = useMe().data;
  const { t } = useTranslation(['plan-editor', 'draft', 'sortable', 'scorecard']);
  // Read anew every time it is opened: it is what the next save is compared with.
  const plan = useQuery({
    queryKey: ['plan-draft', planId],
    queryFn: () => readPlan(planId),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  const again = () => void plan.refetch();
  return (
    <ScreenState query={plan}>
      {(found) =>
        found.abilities.edit && me ? (
          <PlanEditor key={`${found.id} ${found.archivedAt}`} plan={found} userId={me.id} onArchived={again} />
        ) : (
          <>
            <PageHeader
              title={found.name}
              back={{ to: '/plans', label: t('title') }}
              aside={found.archivedAt !== null && <Badge color="gray">{t('archived')}</Badge>}
              actions={<ArchiveButton plan={found} onDone={again} />}
            />
            <PlanReading plan={draftOf(found)} />
          </>
        )
      }
    </ScreenState>
  );
}

interface PlanEditorProps {
  readonly plan: Plan;
  readonly userId: string;
  readonly onArchived: () => void;
}

function PlanEditor({ plan, userId, onArchived }: PlanEditorProps) {
  const { t } = useTranslation(['plan-editor', 'draft']);
  const drafting = usePlanDraft(userId, plan);
  const { draft, change, isChanged, isMerged, conflicts } = drafting;
  const [open, setOpen] = useState<number | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [target, setTarget] = useState<{ readonly pointer: string } | null>(null);
  const [checked] = useDebouncedValue(draft, 400);
  const check = useQuery({ ...planCheckQuery(checked), placeholderData: keepPreviousData });
  const faults = check.data ?? [];
  const remove = useRemoval(drafting, setOpen);
  useEffect(() => {
    if (target) focusPointer(target.pointer);
  }, [target]);
  const go = (pointer: string) => {
    const round = roundOf(pointer, draft);
    if (round !== null) setOpen(round);
    setTarget({ pointer });
  };
  return (
    <>
      <PageHeader
        title={draft.name === '' ? plan.name : draft.name}
        back={{ to: '/plans', label: t('title') }}
        text={<span role="status">{t(isChanged ? 'state.changed' : 'state.saved')}</span>}
        actions={
          <>
            {isChanged ? (
              <Button variant="default" onClick={drafting.dropChanges}>
                {t('state.drop')}
              </Button>
            ) : (
              <>
                <ArchiveButton plan={plan} onDone={onArchived} />
                <Button component={Link} to={`/jobs/new?plan=${plan.id}`} variant="default">
                  {t('toJob')}
                </Button>
              </>
            )}
            <Button disabled={!isChanged} onClick={() => setSaving(true)}>
              {t('save.save')}
            </Button>
          </>
        }
      />
      {isMerged && isChanged && conflicts.length === 0 && (
        <Alert color="amber" mb="md">
          {t('draft:merged')}
        </Alert>
      )}
      {check.isError && <ProblemAlert problem={check.error} onRetry={() => void check.refetch()} />}
      <DraftFaultsProvider faults={faults}>
        <PlanProvider value={{ planId: plan.id, plan: draft, change }}>
          <div className={classes.frame}>
            <div className={classes.written}>
              <NameField name={draft.name} onChange={(name) => change((now) => ({ ...now, name }))} />
              <section aria-labelledby="rounds-title">
                <Title order={2} size="h3" id="rounds-title" mb={4}>
                  {t('part.rounds')}
                </Title>
                <RoundsPart open={open} onOpen={setOpen} onRemove={remove} />
              </section>
              <section aria-labelledby="deadlines-title">
                <Title order={2} size="h3" id="deadlines-title" mb={4}>
                  {t('part.deadlines')}
                </Title>
                <DeadlinesPart />
              </section>
            </div>
            <aside className={classes.check} aria-label={t('draft:check.title')}>
              <FaultPanel faults={faults} placeOf={(pointer) => placeWords(pointer, draft, t)} onGo={go} />
            </aside>
          </div>
        </PlanProvider>
      </DraftFaultsProvider>
      {isSaving && <SavePlanDialog planId={plan.id} drafting={drafting} onClose={() => setSaving(false)} />}
      {conflicts.length > 0 && !isSaving && (
        <ConflictDialog
          conflicts={conflicts}
          text={t('draft:conflict')}
          nameOf={(field) =>
            field
              .split('/')
              .slice(field.startsWith('content/') ? 1 : 0)
              .join(' › ')
          }
          show={(value) => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 1))}
          onResolve={drafting.settle}
        />
      )}
    </>
  );
}

function NameField({ name, onChange }: { readonly name: string; readonly onChange: (name: string) => void }) {
  const { t } = useTranslation('plan-editor');
  const faults = useDraftFaults();
  return (
    <TextInput
      {...faults.field('/name')}
      label={t('nameOfPlan')}
      required
      maxLength={200}
      maw={520}
      value={name}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Which round a pointer into the body is about; its kit is written in the round. */
function roundOf(pointer: string, { content, kits }: PlanDraft): number | null {
  const inRounds = /^\/content\/rounds\/(\d+)/.exec(pointer)?.[1];
  if (inRounds !== undefined) return Number(inRounds);
  const inKits = /^\/kits\/(\d+)/.exec(pointer)?.[1];
  const kit = inKits === undefined ? undefined : kits[Number(inKits)];
  const index = content.rounds.findIndex(({ key }) => key === kit?.round);
  return index < 0 ? null : index;
}

function placeWords(pointer: string, draft: PlanDraft, t: (key: string) => string): string {
  if (pointer === '/name') return t('nameOfPlan');
  if (pointer.startsWith('/content/deadlines')) return t('part.deadlines');
  const index = roundOf(pointer, draft);
  const name = index === null ? undefined : draft.content.rounds[index]?.name;
  return [t(pointer.startsWith('/kits') ? 'kit.title' : 'part.rounds'), ...(name === undefined ? [] : [name])].join(': ');
}

/** Taking a round out, with a way back that keeps what was written since. */
function useRemoval(drafting: PlanDrafting, setOpen: (index: number | null) => void) {
  const { t } = useTranslation(['draft', 'app']);
  return (name: string, index: number) => {
    const before = drafting.draft;
    const after = removeRound(before, index);
    drafting.change(() => after);
    setOpen(null);
    toastUndo(t('removed', { name }), () => drafting.change((now) => mergeKeyed(after, now, before).merged));
  };
}

function ArchiveButton({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const { t } = useTranslation('plan-editor');
  const { archive, restore } = plan.abilities;
  const path = { params: { path: { planId: plan.id } } };
  const change = useChange(
    () => unwrap(restore ? api.POST('/api/v1/interview-plans/{planId}/restore', path) : api.POST('/api/v1/interview-plans/{planId}/archive', path)),
    { keys: [['plans']], done: t(restore ? 'restored' : 'archivedDone'), then: onDone },
  );
  if (!archive && !restore) return null;
  return (
    <Button variant="default" loading={change.isPending} onClick={() => change.mutate(undefined, { onError: toastProblem })}>
      {t(restore ? 'restore' : 'archive')}
    </Button>
  );
}
