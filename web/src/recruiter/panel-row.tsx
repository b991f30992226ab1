import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, once, unwrap } from '../api/client';
import { useFormat } from '../ui/use-format';
import classes from './application.module.css';
import type { components } from '../api/schema.gen';
import { TrainingBadge } from './training-badge';
import type { PanelMember } from './queries';
import { ReasonForm } from './reason-form';

interface PanelRowProps {
  readonly member: PanelMember;
  /** What the caller may know of the card, with what they may do about it. */
  readonly card: components['schemas']['ScorecardDto'] | undefined;
  readonly interviewId: string;
  readonly mayChange: boolean;
}

const CARD_COLORS = { due: 'amber', submitted: 'green', declined: 'gray', waived: 'gray' } as const;

/** One person of the panel and their card. */
export function PanelRow({ member, card, interviewId, mayChange }: PanelRowProps) {
  const { t } = useTranslation('recruiter');
  const [dialog, setDialog] = useState<'waive' | 'restore' | 'unassign' | null>(null);
  const { userId, name, place, lead, training, seated } = member;
  const keys = [['applications'], ['debriefs'], ['debrief-list']];
  const send = (reason: string, key: string) => {
    if (dialog === 'unassign') {
      return unwrap(
        api.POST('/api/v1/interviews/{interviewId}/panel/{userId}/unassign', {
          params: { path: { interviewId, userId } },
          headers: once(key),
          body: { reason },
        }),
      );
    }
    const at = { params: { path: { scorecardId: card?.id ?? '' } }, headers: once(key), body: { reason } };
    return unwrap(
      dialog === 'waive' ? api.POST('/api/v1/scorecards/{scorecardId}/waive', at) : api.POST('/api/v1/scorecards/{scorecardId}/restore', at),
    );
  };
  return (
    <li className={classes.member}>
      <div className={classes.memberWho}>
        <Group gap={6}>
          <Text size="sm" fw={500}>
            {name}
          </Text>
          {lead && <Badge size="sm">{t('panel.lead')}</Badge>}
          <TrainingBadge training={training} />
        </Group>
        <Text size="xs" c="dimmed">
          {[place ?? '', seated ? '' : t('panel.left')].filter((part) => part !== '').join(' · ')}
        </Text>
      </div>
      <CardStanding member={member} card={card} />
      <Group gap={4} className={classes.memberActions}>
        {card?.abilities.read && (
          <Button component={Link} to={`/scorecards/${card.id}`} size="compact-xs" variant="default" aria-label={t('panel.readOf', { name })}>
            {t('panel.read')}
          </Button>
        )}
        {card?.abilities.waive && (
          <Button size="compact-xs" variant="default" onClick={() => setDialog('waive')} aria-label={t('panel.waiveOf', { name })}>
            {t('panel.waive')}
          </Button>
        )}
        {card?.abilities.restore && (
          <Button size="compact-xs" variant="default" onClick={() => setDialog('restore')} aria-label={t('panel.restoreOf', { name })}>
            {t('panel.restore')}
          </Button>
        )}
        {mayChange && seated && member.card?.status !== 'submitted' && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setDialog('unassign')} aria-label={t('panel.unassignOf', { name })}>
            {t('panel.unassign')}
          </Button>
        )}
      </Group>
      {dialog && (
        <ReasonForm
          title={t(`panel.${dialog}Of`, { name })}
          text={t(`panel.${dialog}Text`)}
          submit={t(`panel.${dialog}`)}
          done={t(`panel.${dialog}Done`)}
          keys={keys}
          send={send}
          onClose={() => setDialog(null)}
        />
      )}
    </li>
  );
}

function CardStanding({ member, card }: Pick<PanelRowProps, 'member' | 'card'>) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  if (!member.card) {
    return (
      <Text size="xs" c="dimmed">
        {t('panel.noCard')}
      </Text>
    );
  }
  const { status } = member.card;
  const dueAt = status === 'due' ? (card?.dueAt ?? null) : null;
  const lateBy = dueAt === null ? 0 : Date.now() - new Date(dueAt).getTime();
  return (
    <Group gap={6}>
      <Badge size="sm" color={lateBy > 0 ? 'red' : CARD_COLORS[status]}>
        {lateBy > 0 ? t('late.badge') : t(`panel.card.${status}`)}
      </Badge>
      {dueAt !== null && (
        <Text size="xs" c={lateBy > 0 ? undefined : 'dimmed'} className={lateBy > 0 ? classes.late : undefined} title={format.exact(dueAt)}>
          {lateBy > 0 ? t('late.span', { span: format.span(lateBy) }) : t('panel.dueAt', { when: format.fromNow(dueAt) })}
        </Text>
      )}
      {!member.card.counts && (
        <Text size="xs" c="dimmed">
          {t('panel.notCounted')}
        </Text>
      )}
    </Group>
  );
}
