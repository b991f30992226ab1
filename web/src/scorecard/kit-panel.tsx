import { Anchor, List, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconFile, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { useEditor } from './editor-context';
import { FoldingSignal } from './folding-signal';
import classes from './kit-panel.module.css';
import { OwnershipPlane } from './ownership-plane';
import { type Kit, rubricQuery } from './queries';
import { signalsTouched } from './signal-preview';

/** Beside the form: the picture of this card so far, the questions, the candidate's files, what others cover. */
export function KitPanel() {
  const { t } = useTranslation('scorecard');
  const { kit } = useEditor();
  return (
    <Stack gap="lg">
      <Pictures />
      <Tabs defaultValue="ask" variant="default">
        <Tabs.List grow aria-label={t('kit.label')} className={classes.tabs}>
          <Tabs.Tab value="ask">{t('kit.ask')}</Tabs.Tab>
          <Tabs.Tab value="files">{t('kit.files')}</Tabs.Tab>
          <Tabs.Tab value="others">{t('kit.others')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="ask" pt="md">
          <Questions kit={kit} />
        </Tabs.Panel>
        <Tabs.Panel value="files" pt="md">
          <Files kit={kit} />
        </Tabs.Panel>
        <Tabs.Panel value="others" pt="md">
          <Others kit={kit} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Pictures() {
  const { kit, card } = useEditor();
  const rubric = useQuery(rubricQuery(kit.rubricVersionId)).data;
  if (!rubric) return null;
  const signals = signalsTouched(
    rubric.signals,
    kit.criteria.map(({ key }) => key),
  );
  return (
    <>
      {signals.map((signal) =>
        signal.kind === 'matrix' ? (
          <OwnershipPlane key={signal.key} signal={signal} card={card} rubric={rubric} />
        ) : (
          <FoldingSignal key={signal.key} signal={signal} card={card} rubric={rubric} />
        ),
      )}
    </>
  );
}

function Questions({ kit }: { readonly kit: Kit }) {
  const { t } = useTranslation('scorecard');
  return (
    <Stack gap="md">
      <Text size="sm">{kit.purpose || kit.round.focus}</Text>
      {kit.round.parts.length > 0 && (
        <List size="sm" spacing={4}>
          {kit.round.parts.map((part) => (
            <List.Item key={String(part['name'])}>
              <b>{String(part['name'])}</b> · {t('kit.minutes', { count: Number(part['minutes']) })}
            </List.Item>
          ))}
        </List>
      )}
      {kit.prompts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('kit.noPrompts')}
        </Text>
      )}
      <ol className={classes.prompts}>
        {kit.prompts.map(({ ask, listenFor }) => (
          <li key={ask}>
            <Text size="sm" fw={600}>
              {ask}
            </Text>
            <Text size="sm" c="dimmed">
              {listenFor}
            </Text>
          </li>
        ))}
      </ol>
      {kit.notSignals.length > 0 && (
        <section className={classes.not} aria-labelledby="not-signals">
          <Title order={3} size="sm" id="not-signals">
            {t('kit.notSignals')}
          </Title>
          <List size="sm" mt={4}>
            {kit.notSignals.map((one) => (
              <List.Item key={one}>{one}</List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  );
}

function Files({ kit }: { readonly kit: Kit }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  if (kit.files.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('kit.noFiles')}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {kit.files.map((file) => (
        <Anchor
          key={file.id}
          href={`/api/v1/candidates/${file.candidateId}/files/${file.id}/content`}
          target="_blank"
          rel="noopener"
          className={classes.file}
        >
          {file.kind === 'resume' ? <IconFileText size={18} aria-hidden /> : <IconFile size={18} aria-hidden />}
          <span>
            {file.name}
            <Text span size="xs" c="dimmed" display="block">
              {t(`kit.kind.${file.kind}`)} · {t('kit.kilobytes', { size: format.number(Math.max(1, Math.round(file.size / 1024))) })}
            </Text>
          </span>
        </Anchor>
      ))}
    </Stack>
  );
}

function Others({ kit }: { readonly kit: Kit }) {
  const { t } = useTranslation('scorecard');
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('kit.othersText')}
      </Text>
      {kit.otherRounds.map((round) => (
        <div key={round.key}>
          <Text size="sm" fw={600}>
            {round.name}
          </Text>
          <Text size="sm">{round.focus}</Text>
          <Text size="xs" c="dimmed">
            {round.criteria.join(' · ')}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
