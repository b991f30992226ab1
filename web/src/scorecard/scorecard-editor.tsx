import { Button, Drawer, Group, Kbd, Menu, ActionIcon, Text } from '@mantine/core';
import { useDisclosure, useElementSize } from '@mantine/hooks';
import { IconArrowLeft, IconArrowRight, IconBook, IconDots } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VERDICTS, withRating, ratingOf } from '../api/card-content';
import { useProblemWords } from '../ui/use-problem-words';
import { ConflictDialog } from './conflict-dialog';
import { CriterionSection } from './criterion-section';
import { DeclineDialog } from './decline-dialog';
import { type Editor, EditorProvider } from './editor-context';
import { type CardFault, cardFaults } from './faults';
import { fieldName, fieldText } from './field-words';
import { KitPanel } from './kit-panel';
import { withField } from './merge-cards';
import { useOtherCriteria } from './other-criteria';
import { OtherCriterionDialog } from './other-criterion-dialog';
import { PrivateNoteSection } from './private-note-section';
import { type Card, cardQuery, type Draft, type Kit } from './queries';
import { ReviewSection } from './review-section';
import { SaveIndicator } from './save-indicator';
import classes from './scorecard-editor.module.css';
import { SectionRail, sectionsOf } from './section-rail';
import { useCardAutosave } from './use-card-autosave';
import { useOpenCard } from './use-open-card';
import { useScoringKeys } from './use-scoring-keys';
import { useSection } from './use-section';
import { VerdictSection } from './verdict-section';

interface ScorecardEditorProps {
  readonly userId: string;
  readonly card: Card;
  readonly kit: Kit;
  readonly draft: Draft;
}

/** Writing a scorecard: one criterion at a time, the kit beside it, everything saved as one goes. */
export function ScorecardEditor({ userId, card, kit: kitOfRound, draft }: ScorecardEditorProps) {
  const { t } = useTranslation('scorecard');
  const words = useProblemWords();
  const { keeper, snapshot } = useCardAutosave(userId, card.id, kitOfRound, draft);
  useOpenCard(userId, card.id, kitOfRound, snapshot);
  const { content, state, answer, generation } = snapshot;
  useShownStatus(card, answer.status);
  const others = useOtherCriteria(kitOfRound, content, (update) => keeper.change(update));
  const { kit } = others;
  const sections = sectionsOf(kit.criteria);
  const names = new Map(kit.criteria.map(({ key, name }) => [key, name]));
  const [section, goTo] = useSection(sections);
  const [hasReviewed, setReviewed] = useState(false);
  const { ref: frame, width } = useElementSize();
  const [kitOpen, kitDrawer] = useDisclosure();
  const [declining, decline] = useDisclosure();
  const [choosing, choose] = useDisclosure();
  const criterion = kit.criteria.find(({ key }) => section === `criterion/${key}`);
  const at = sections.indexOf(section);
  const step = (by: number) => {
    const next = sections[at + by];
    if (next !== undefined) go(next);
  };
  const go = (next: string) => {
    if (section === 'review' || next === 'review') setReviewed(true);
    goTo(next);
  };
  const faults = useMemo(() => cardFaults(answer.missing, answer.content), [answer]);
  const refused = state.kind === 'refused' ? cardFaults(state.problem.faults, content) : [];
  const editor: Editor = {
    kit,
    card: content,
    change: (update) => keeper.change(update),
    faults,
    generation,
    faultAt: (place) => {
      const fault = refused.find((one) => one.place === place) ?? (hasReviewed ? faults.find((one) => one.place === place) : undefined);
      return fault ? words.fault(fault) : null;
    },
  };
  const keys = useScoringKeys({
    levels: criterion ? kit.scale.levels : section === 'verdict' ? VERDICTS.length : 0,
    onLevel: (level) => {
      if (criterion) keeper.change((now) => withRating(now, { ...ratingOf(now, criterion.key), level }));
      else if (level !== null) keeper.change((now) => ({ ...now, verdict: VERDICTS[VERDICTS.length - level] ?? now.verdict }));
    },
    onNext: () => step(1),
    onPrevious: () => step(-1),
  });
  const hasAside = width >= 832;
  return (
    <EditorProvider value={editor}>
      <div ref={frame} className={classes.frame}>
        <Group className={classes.bar} justify="space-between" gap="sm">
          <SaveIndicator state={state} />
          <Group gap="xs">
            {!hasAside && (
              <Button size="xs" variant="default" leftSection={<IconBook size={15} aria-hidden />} onClick={kitDrawer.open}>
                {t('kit.open')}
              </Button>
            )}
            {section !== 'review' && (
              <Button size="xs" variant={faults.length === 0 && state.kind === 'saved' ? 'filled' : 'light'} onClick={() => go('review')}>
                {t(width < 480 ? 'review.short' : 'review.go')}
              </Button>
            )}
            <Menu position="bottom-end" width={260} closeOnItemClick={false}>
              <Menu.Target>
                <ActionIcon size="lg" aria-label={t('more')}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.CheckboxItem checked={keys.areOn} onChange={keys.setOn}>
                  {t('keys.switch')}
                </Menu.CheckboxItem>
                {others.offered.length > 0 && (
                  <Menu.Item closeMenuOnClick onClick={choose.open}>
                    {t('other.open')}
                  </Menu.Item>
                )}
                {card.abilities.decline && (
                  <Menu.Item closeMenuOnClick onClick={decline.open}>
                    {t('decline.open')}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Group>
        <div className={classes.columns}>
          <div className={classes.rail}>
            <SectionRail sections={sections} current={section} onGo={go} criteriaNames={names} />
          </div>
          <div className={classes.main} key={section}>
            {criterion && (
              <CriterionSection
                criterion={criterion}
                position={
                  others.isOther(criterion.key) ? t('other.position') : t('criterion.position', { at: at + 1, of: kitOfRound.criteria.length })
                }
                onRemove={
                  others.isOther(criterion.key)
                    ? () => {
                        step(-1);
                        others.remove(criterion.key);
                      }
                    : undefined
                }
              />
            )}
            {section === 'verdict' && <VerdictSection />}
            {section === 'private' && <PrivateNoteSection userId={userId} cardId={card.id} />}
            {section === 'review' && (
              <ReviewSection
                cardId={card.id}
                keeper={keeper}
                snapshot={snapshot}
                mayStillWait={!card.abilities.submit}
                onGoTo={(fault) => go(sectionOf(fault))}
                onRateAnother={others.offered.length > 0 ? choose.open : undefined}
              />
            )}
            <Group justify="space-between" mt="xl">
              <Button
                variant="subtle"
                color="gray"
                disabled={at === 0}
                leftSection={<IconArrowLeft size={16} aria-hidden />}
                onClick={() => step(-1)}
              >
                {t('previous')}
              </Button>
              {keys.areOn && hasAside && section !== 'review' && section !== 'private' && (
                <Text size="xs" c="dimmed">
                  <Kbd size="xs">0</Kbd>–<Kbd size="xs">{kit.scale.levels}</Kbd> {t('keys.score')} · <Kbd size="xs">n</Kbd> <Kbd size="xs">p</Kbd>{' '}
                  {t('keys.move')}
                </Text>
              )}
              {section !== 'review' && (
                <Button variant="default" rightSection={<IconArrowRight size={16} aria-hidden />} onClick={() => step(1)}>
                  {t('next')}
                </Button>
              )}
            </Group>
          </div>
          {hasAside && (
            <aside className={classes.aside} aria-label={t('kit.label')}>
              <KitPanel />
            </aside>
          )}
        </div>
      </div>
      <Drawer
        opened={kitOpen && !hasAside}
        onClose={kitDrawer.close}
        title={t('kit.label')}
        position="right"
        size="md"
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        <KitPanel />
      </Drawer>
      <OtherCriterionDialog
        offered={others.offered}
        opened={choosing}
        onClose={choose.close}
        onChoose={(key) => {
          choose.close();
          others.add(key);
          go(`criterion/${key}`);
        }}
      />
      <DeclineDialog cardId={card.id} opened={declining} onClose={decline.close} />
      {state.kind === 'conflict' && (
        <ConflictDialog
          key={generation}
          conflicts={state.conflicts}
          nameOf={(field) => fieldName(field, kit, t)}
          show={(value, field) => fieldText(value, field, kit, t)}
          onResolve={(chosen) => keeper.resolve([...chosen].reduce((now, [field, value]) => withField(now, field, value), content))}
        />
      )}
    </EditorProvider>
  );
}

/** The first save makes a draft of the card; the badge above says so without asking again. */
function useShownStatus(card: Card, status: Draft['status']): void {
  const client = useQueryClient();
  useEffect(() => {
    if (status === 'draft' && card.status === 'due')
      client.setQueryData<Card>(cardQuery(card.id).queryKey, (now) => now && { ...now, status: 'draft' });
  }, [client, card, status]);
}

function sectionOf(fault: CardFault): string {
  if (fault.criterion !== null) return `criterion/${fault.criterion}`;
  return 'verdict';
}
