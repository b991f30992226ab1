import { Button, Group, Modal, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { readVersions, type RubricVersion } from '../admin/queries';
import { RubricDifferences } from '../admin/rubric-differences';
import { api, newKey, once, unwrap } from '../api/client';
import { useMe } from '../api/me';
import type { Fault } from '../api/problem';
import { useChange } from '../recruiter/use-change';
import { ConflictDialog } from '../scorecard/conflict-dialog';
import { SaveIndicator } from '../scorecard/save-indicator';
import { DraftFaultsProvider, focusPointer } from '../ui/draft-faults';
import { mergeKeyed, withFieldAt } from '../ui/keyed-merge';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { ScreenState } from '../ui/screen-state';
import { toastUndo } from '../ui/toast-undo';
import { FaultPanel } from './fault-panel';
import { fieldWords, type Part, placeOf, placeWords } from './place-words';
import { RubricParts } from './rubric-parts';
import { type RubricEditing, RubricProvider } from './rubric-context';
import classes from './rubric-editor.module.css';
import { RubricPreview } from './rubric-preview';
import { type RubricAutosave, type RubricSnapshot, useRubricAutosave } from './use-rubric-autosave';

/** The open draft of a rubric; where there is none, the rubric itself. */
export function Component() {
  const { rubricId = '' } = useParams();
  const me = useMe().data;
  // Read anew every time it is opened: it is what the next save is compared with.
  const versions = useQuery({
    queryKey: ['rubric-drafts', rubricId],
    queryFn: () => readVersions(rubricId),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  return (
    <ScreenState query={versions}>
      {(items) => {
        const draft = items.find(({ abilities }) => abilities.edit);
        if (!draft || !me) return <Navigate to={`/rubrics/${rubricId}`} replace />;
        return <RubricEditor key={draft.id} draft={draft} versions={items} userId={me.id} />;
      }}
    </ScreenState>
  );
}

interface RubricEditorProps {
  readonly draft: RubricVersion;
  readonly versions: readonly RubricVersion[];
  readonly userId: string;
}

/** Faults of what was sent last: where it was refused, what is wrong with its shape; otherwise what keeps it from being published. */
function faultsOf({ state, answer }: RubricSnapshot): readonly Fault[] {
  if (state.kind !== 'refused') return answer.faults;
  return state.problem.faults.map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\/content/, '') }));
}

function RubricEditor({ draft, versions, userId }: RubricEditorProps) {
  const { t } = useTranslation(['rubric-editor', 'draft', 'admin', 'sortable', 'scorecard']);
  const { keeper, snapshot } = useRubricAutosave(userId, draft);
  const [tab, setTab] = useState<string | null>('write');
  const [{ part, open }, setPlace] = useState<{ readonly part: Part; readonly open: number | null }>({ part: 'criteria', open: null });
  const { content, state, answer } = snapshot;
  const faults = useMemo(() => faultsOf(snapshot), [snapshot]);
  const setOpen = (index: number | null) => setPlace({ part, open: index });
  const editing: RubricEditing = { rubric: content, change: (update) => keeper.change(update), remove: useRemoval(keeper, setOpen), open, setOpen };
  const [target, setTarget] = useState<{ readonly pointer: string } | null>(null);
  useEffect(() => {
    if (target) focusPointer(target.pointer);
  }, [target]);
  const go = (pointer: string) => {
    const place = placeOf(pointer);
    setTab('write');
    setPlace({ part: place.part, open: place.index });
    setTarget({ pointer });
  };
  return (
    <>
      <PageHeader
        title={draft.rubricName}
        back={{ to: `/rubrics/${draft.rubricId}`, label: t('admin:rubrics.title') }}
        text={
          <Group gap="md">
            <span>{t('draftOf', { number: draft.number })}</span>
            <SaveIndicator state={state} saved={t('draft:saved')} />
          </Group>
        }
        actions={<PublishButton keeper={keeper} version={answer} />}
      />
      {state.kind === 'refused' && state.problem.faults.length === 0 && <ProblemAlert problem={state.problem} />}
      <DraftFaultsProvider faults={faults}>
        <RubricProvider value={editing}>
          <Tabs
            value={tab}
            onChange={(next) => {
              setTab(next);
              if (next === 'changes') void keeper.flush();
            }}
          >
            <Tabs.List mb="lg">
              <Tabs.Tab value="write">{t('tab.write')}</Tabs.Tab>
              <Tabs.Tab value="preview">{t('tab.preview')}</Tabs.Tab>
              <Tabs.Tab value="changes">{t('admin:rubrics.differences')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="write">
              <div className={classes.frame}>
                <RubricParts part={part} onPart={(next) => setPlace({ part: next, open: null })} />
                <aside className={classes.check} aria-label={t('draft:check.title')}>
                  <FaultPanel faults={faults} placeOf={(pointer) => placeWords(pointer, content, t)} onGo={go} />
                </aside>
              </div>
            </Tabs.Panel>
            <Tabs.Panel value="preview">
              <RubricPreview rubric={content} />
            </Tabs.Panel>
            <Tabs.Panel value="changes">
              {versions.length > 1 ? (
                <RubricDifferences versions={versions} version={answer} parent={versions.find(({ id }) => id === draft.parentId)} />
              ) : (
                <Text c="dimmed">{t('admin:rubrics.onlyOne')}</Text>
              )}
            </Tabs.Panel>
          </Tabs>
        </RubricProvider>
      </DraftFaultsProvider>
      {state.kind === 'conflict' && (
        <ConflictDialog
          conflicts={state.conflicts}
          text={t('draft:conflict')}
          nameOf={(field) => fieldWords(field, t)}
          show={(value) => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 1))}
          onResolve={(chosen) => keeper.resolve([...chosen].reduce((now, [field, value]) => withFieldAt(now, field, value), content))}
        />
      )}
    </>
  );
}

/** Taking something out, with a way back that keeps what was written since. */
function useRemoval(keeper: RubricAutosave, setOpen: (index: number | null) => void): RubricEditing['remove'] {
  const { t } = useTranslation('draft');
  return (name, update) => {
    const before = keeper.read().content;
    const after = update(before);
    keeper.change(() => after);
    setOpen(null);
    toastUndo(t('removed', { name }), () => keeper.change((now) => mergeKeyed(after, now, before).merged));
  };
}

function PublishButton({ keeper, version }: { readonly keeper: RubricAutosave; readonly version: RubricVersion }) {
  const { t } = useTranslation(['rubric-editor', 'admin', 'app']);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const publish = useChange(
    async (key: string) => {
      await keeper.confirm();
      return unwrap(api.POST('/api/v1/rubrics/versions/{versionId}/publish', { params: { path: { versionId: version.id } }, headers: once(key) }));
    },
    { keys: [['rubrics'], ['jobs']], done: t('admin:rubrics.published'), then: () => void navigate(`/rubrics/${version.rubricId}`) },
  );
  return (
    <>
      <Button disabled={!version.abilities.publish} onClick={() => setAsking(true)}>
        {t('admin:rubrics.publish')}
      </Button>
      {isAsking && (
        <Modal
          opened
          onClose={() => setAsking(false)}
          title={t('publish.title', { number: version.number })}
          closeButtonProps={{ 'aria-label': t('app:close') }}
        >
          <Stack>
            {publish.isError && <ProblemAlert problem={publish.error} />}
            <Text size="sm">{t('publish.text')}</Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(false)}>
                {t('app:cancel')}
              </Button>
              <Button data-autofocus loading={publish.isPending} onClick={() => publish.mutate(newKey())}>
                {t('admin:rubrics.publish')}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
}
