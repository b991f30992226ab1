import { Alert, Button, Divider, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardContent } from '../api/card-content';
import { api, ifMatch, newKey, once, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import { useMe } from '../api/me';
import { Backups } from '../ui/backups';
import { ProblemAlert } from '../ui/problem-alert';
import { toastDone } from '../ui/toast';
import { useProblemWords } from '../ui/use-problem-words';
import { CriterionSection } from './criterion-section';
import { type Editor, EditorProvider } from './editor-context';
import { cardFaults } from './faults';
import { saysTheSame, withoutComputed } from './merge-cards';
import { useOtherCriteria } from './other-criteria';
import { OtherCriterionDialog } from './other-criterion-dialog';
import type { Card, Kit } from './queries';
import classes from './submitted-card.module.css';
import { VerdictSection } from './verdict-section';

interface AmendEditorProps {
  readonly card: Card;
  readonly kit: Kit;
  readonly content: CardContent;
  readonly onDone: () => void;
}

interface Amendment {
  readonly content: CardContent;
  readonly reason: string;
}

function isAmendment(value: unknown): value is Amendment {
  return typeof value === 'object' && value !== null && 'content' in value && 'reason' in value;
}

/** A submitted card is never edited: this writes a whole new revision beside it, with the reason. Kept on this device until it is sent. */
export function AmendEditor({ card, kit: kitOfRound, content: submitted, onDone }: AmendEditorProps) {
  const { t } = useTranslation('scorecard');
  const words = useProblemWords();
  const before = withoutComputed(submitted, kitOfRound);
  const { amendment, setAmendment, forget } = useKeptAmendment(card, before);
  const amend = useAmend(card, amendment, () => {
    forget();
    onDone();
  });
  const problem = amend.isError ? asProblem(amend.error) : null;
  const faults = problem ? cardFaults(problem.faults, amendment.content) : [];
  const change: Editor['change'] = (update) => setAmendment((now) => ({ ...now, content: update(now.content) }));
  const others = useOtherCriteria(kitOfRound, amendment.content, change);
  const [choosing, choose] = useDisclosure();
  const editor: Editor = {
    kit: others.kit,
    card: amendment.content,
    change,
    faults,
    generation: 0,
    faultAt: (place) => {
      const fault = faults.find((one) => one.place === place);
      return fault ? words.fault(fault) : null;
    },
  };
  const isUnchanged = saysTheSame(amendment.content, before);
  return (
    <EditorProvider value={editor}>
      <Stack gap="xl" className={classes.narrow}>
        <Alert title={t('amend.title')}>{t('amend.text')}</Alert>
        {others.kit.criteria.map((criterion, index) => (
          <div key={criterion.key}>
            <CriterionSection
              criterion={criterion}
              position={
                others.isOther(criterion.key) ? t('other.position') : t('criterion.position', { at: index + 1, of: kitOfRound.criteria.length })
              }
              onRemove={others.isOther(criterion.key) ? () => others.remove(criterion.key) : undefined}
            />
            <Divider mt="xl" />
          </div>
        ))}
        {others.offered.length > 0 && (
          <div>
            <Button variant="subtle" size="xs" ml={-8} leftSection={<IconPlus size={14} aria-hidden />} onClick={choose.open}>
              {t('other.open')}
            </Button>
            <OtherCriterionDialog
              offered={others.offered}
              opened={choosing}
              onClose={choose.close}
              onChoose={(key) => {
                choose.close();
                others.add(key);
              }}
            />
          </div>
        )}
        <VerdictSection />
        <Paper p="md" component="section" aria-labelledby="amend-title">
          <Stack>
            <Title order={2} id="amend-title">
              {t('amend.finish')}
            </Title>
            {problem && <ProblemAlert problem={problem} />}
            <Textarea
              label={t('amend.reason')}
              description={t('amend.reasonText')}
              required
              autosize
              minRows={2}
              value={amendment.reason}
              onChange={(event) => {
                const reason = event.currentTarget.value;
                setAmendment((now) => ({ ...now, reason }));
              }}
            />
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                {isUnchanged ? t('amend.unchanged') : ''}
              </Text>
              <Group gap="xs">
                <Button
                  variant="default"
                  onClick={() => {
                    forget();
                    onDone();
                  }}
                >
                  {t('amend.discard')}
                </Button>
                <Button loading={amend.isPending} disabled={isUnchanged || amendment.reason.trim() === ''} onClick={() => amend.mutate(newKey())}>
                  {t('amend.submit')}
                </Button>
              </Group>
            </Group>
          </Stack>
        </Paper>
      </Stack>
    </EditorProvider>
  );
}

function useKeptAmendment(card: Card, before: CardContent) {
  const me = useMe().data;
  const [backups] = useState(() => new Backups<Amendment>(`amend.${me?.id ?? ''}.${card.id}.${card.revision ?? 0}`, isAmendment));
  const [start] = useState<Amendment>(() => ({ content: before, reason: '' }));
  const [amendment, setAmendment] = useState<Amendment>(() => backups.find().at(-1)?.content ?? start);
  useEffect(() => {
    if (amendment !== start) backups.keep({ base: start, content: amendment, version: card.version ?? 0 });
  }, [amendment, backups, start, card.version]);
  return { amendment, setAmendment, forget: () => backups.forget() };
}

function useAmend(card: Card, { content, reason }: Amendment, onDone: () => void) {
  const { t } = useTranslation('scorecard');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: string) =>
      unwrap(
        api.POST('/api/v1/scorecards/{scorecardId}/amend', {
          params: { path: { scorecardId: card.id } },
          headers: { ...(card.version === undefined ? {} : ifMatch(card.version)), ...once(key) },
          body: { content: content as never, reason },
        }),
      ),
    onSuccess: async () => {
      toastDone(t('amend.done'));
      onDone();
      await client.invalidateQueries({ queryKey: ['scorecards'] });
    },
  });
}
