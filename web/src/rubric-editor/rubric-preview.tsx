import { Button, Divider, Group, Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EMPTY_CARD } from '../api/card-content';
import type { RubricContent } from '../api/rubric-content';
import { CriterionSection } from '../scorecard/criterion-section';
import { type Editor, EditorProvider } from '../scorecard/editor-context';
import { FoldingSignal } from '../scorecard/folding-signal';
import { OwnershipPlane } from '../scorecard/ownership-plane';
import type { Kit } from '../scorecard/queries';
import { signalsTouched } from '../scorecard/signal-preview';
import { VerdictSection } from '../scorecard/verdict-section';
import classes from './rubric-editor.module.css';

/** What an interviewer of a round would have before them. */
function kitOf(rubric: RubricContent, round: string): Kit {
  const named = { id: '', name: '' };
  return {
    candidate: named,
    job: named,
    interview: {} as Kit['interview'],
    evidenceForms: rubric.evidenceForms,
    scorecardId: '',
    applicationId: '',
    round: { key: round, name: round, minutes: null, targetDay: null, focus: '', facts: [], parts: [] },
    purpose: '',
    prompts: [],
    notSignals: [],
    rubricVersionId: '',
    scale: { levels: rubric.scale.levels, labels: [...rubric.scale.labels] },
    criteria: rubric.criteria
      .filter(({ rounds }) => round === '' || rounds.includes(round))
      .map(({ key, name, description, required = false, evidence = 'optional', forms = [], anchors }) => ({
        key,
        name,
        description,
        required,
        evidence,
        forms: [...forms],
        anchors,
      })),
    otherRounds: [],
    files: [],
  };
}

/** The rubric as an interviewer meets it, to try out: nothing of it is kept. */
export function RubricPreview({ rubric }: { readonly rubric: RubricContent }) {
  const { t } = useTranslation(['rubric-editor', 'scorecard']);
  const rounds = [...new Set(rubric.criteria.flatMap((criterion) => criterion.rounds))];
  const [chosen, setChosen] = useState('');
  const round = rounds.includes(chosen) ? chosen : (rounds[0] ?? '');
  const [card, setCard] = useState(EMPTY_CARD);
  const [place, setPlace] = useState(0);
  const kit = useMemo(() => kitOf(rubric, round), [rubric, round]);
  const criterion = kit.criteria[place];
  const editor: Editor = { kit, card, change: (update) => setCard(update), faultAt: () => null, faults: [], generation: 0 };
  const choose = (value: string | null) => {
    setChosen(value ?? '');
    setPlace(0);
  };
  const signals = signalsTouched(
    rubric.signals,
    kit.criteria.map(({ key }) => key),
  );
  return (
    <EditorProvider value={editor}>
      <Group justify="space-between" align="flex-end" mb="lg" gap="sm">
        <Text size="sm" c="dimmed" maw={560}>
          {t('preview.text')}
        </Text>
        {rounds.length > 1 && <Select label={t('preview.round')} allowDeselect={false} data={rounds} value={round} onChange={choose} />}
      </Group>
      <div className={classes.preview}>
        <Stack gap="xl">
          {criterion ? (
            <CriterionSection
              key={criterion.key}
              criterion={criterion}
              position={t('scorecard:criterion.position', { at: place + 1, of: kit.criteria.length })}
            />
          ) : (
            <VerdictSection />
          )}
          <Divider />
          <Group justify="space-between">
            <Button variant="default" disabled={place === 0} onClick={() => setPlace(place - 1)}>
              {t('preview.back')}
            </Button>
            <Button variant="default" disabled={!criterion} onClick={() => setPlace(place + 1)}>
              {t('preview.next')}
            </Button>
          </Group>
        </Stack>
        {signals.length > 0 && (
          <aside className={classes.pictures} aria-label={t('part.signals')}>
            {signals.map((signal) =>
              signal.kind === 'matrix' ? (
                <OwnershipPlane key={signal.key} signal={signal} card={card} rubric={rubric} />
              ) : (
                <FoldingSignal key={signal.key} signal={signal} card={card} rubric={rubric} />
              ),
            )}
          </aside>
        )}
      </div>
    </EditorProvider>
  );
}
