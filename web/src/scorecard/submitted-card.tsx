import { Alert, Anchor, Badge, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconCircleCheck, IconEyeOff, IconHistory, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMe } from '../api/me';
import { OwnCardReading } from '../feedback/own-card-reading';
import { EmptyScreen } from '../ui/empty-screen';
import { useFormat } from '../ui/use-format';
import { AmendEditor } from './amend-editor';
import { type CardFrame, CardReading } from './card-reading';
import { PanelCards } from './panel-cards';
import { PrivateNoteSection } from './private-note-section';
import { useWholeKit } from './other-criteria';
import type { Card, Kit } from './queries';
import classes from './submitted-card.module.css';

interface SubmittedCardProps {
  readonly card: Card;
  readonly kit: Kit;
  readonly isOwn: boolean;
}

export function useFrame(kit: Kit): CardFrame {
  const { scale, criteria, evidenceForms, round } = useWholeKit(kit);
  return { scale, criteria, evidenceForms, facts: round.facts };
}

/** A card that is no draft any more: to be read, amended, compared; and, as policy allows, the others' beside it. */
export function SubmittedCard({ card, kit, isOwn }: SubmittedCardProps) {
  const { t } = useTranslation('scorecard');
  const me = useMe().data;
  const frame = useFrame(kit);
  const [query, setQuery] = useSearchParams();
  const [amending, setAmending] = useState(false);
  if (amending && card.content) return <AmendEditor card={card} kit={kit} content={card.content} onDone={() => setAmending(false)} />;
  const tab = query.get('tab') ?? 'card';
  return (
    <Tabs value={tab} onChange={(value) => setQuery(value === null || value === 'card' ? {} : { tab: value }, { replace: true })}>
      <Tabs.List mb="lg">
        <Tabs.Tab value="card">{t(isOwn ? 'read.mine' : 'read.theirs')}</Tabs.Tab>
        {isOwn && <Tabs.Tab value="panel">{t('read.panel')}</Tabs.Tab>}
        {isOwn && <Tabs.Tab value="private">{t('private.title')}</Tabs.Tab>}
      </Tabs.List>
      <div className={classes.narrow}>
        <Tabs.Panel value="card">
          {card.content ? (
            <Stack gap="lg">
              <SubmissionLine card={card} onAmend={() => setAmending(true)} />
              {isOwn ? <OwnCardReading card={card} content={card.content} frame={frame} /> : <CardReading content={card.content} frame={frame} />}
            </Stack>
          ) : (
            <NothingToRead card={card} isOwn={isOwn} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="panel">
          <PanelCards applicationId={card.applicationId} ownId={card.id} />
        </Tabs.Panel>
        <Tabs.Panel value="private">{me && <PrivateNoteSection userId={me.id} cardId={card.id} />}</Tabs.Panel>
      </div>
    </Tabs>
  );
}

function SubmissionLine({ card, onAmend }: { readonly card: Card; readonly onAmend: () => void }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const revision = card.revision ?? 1;
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="xs">
        <IconCircleCheck size={18} className={classes.done} aria-hidden />
        <Text size="sm" title={card.submittedAt ? format.exact(card.submittedAt) : undefined}>
          {card.submittedAt ? t('read.submitted', { when: format.dateTime(card.submittedAt) }) : t('status.submitted')}
        </Text>
        {!card.counts && (
          <Badge color="gray" size="sm">
            {t('read.notCounted')}
          </Badge>
        )}
        {card.exposed === true && (
          <Badge color="amber" size="sm">
            {t('read.exposed')}
          </Badge>
        )}
        {revision > 1 && (
          <Anchor component={Link} to={`/scorecards/${card.id}/revisions`} size="sm">
            <IconHistory size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('read.revisions', { count: revision })}
          </Anchor>
        )}
      </Group>
      {card.abilities.amend && (
        <Button size="xs" variant="default" leftSection={<IconPencil size={15} aria-hidden />} onClick={onAmend}>
          {t('amend.open')}
        </Button>
      )}
    </Group>
  );
}

function NothingToRead({ card, isOwn }: { readonly card: Card; readonly isOwn: boolean }) {
  const { t } = useTranslation('scorecard');
  if (isOwn && card.status !== 'due' && card.status !== 'draft') {
    return (
      <Alert color="gray" title={t(`status.${card.status}`)}>
        {t(`ended.${card.status}`, { defaultValue: '' })}
        {card.reason && (
          <Text size="sm" mt={6} className="typed">
            {card.reason}
          </Text>
        )}
      </Alert>
    );
  }
  return <EmptyScreen icon={IconEyeOff} title={t('sealed.title')} text={t('sealed.text')} />;
}
