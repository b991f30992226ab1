import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { useFormat } from '../ui/use-format';
import { at } from './queries';
import { ReasonDialog } from './reason-dialog';
import { useRoom } from './room';
import { RoomSection } from './room-section';
import classes from './section.module.css';

/** Where the rubric gives a seat a veto: what was cast, and the way to cast one or take it back. */
export function VetoSection() {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { debrief, content } = useRoom();
  const [dialog, setDialog] = useState<'cast' | 'withdraw' | null>(null);
  const { veto, withdrawVeto } = debrief.abilities;
  if (content.policy.vetoSeats.length === 0 && content.vetoes.length === 0) return null;
  return (
    <RoomSection
      id="vetoes"
      title={t('veto.title')}
      text={t('veto.text', { seats: format.list(content.policy.vetoSeats.map((seat) => t(`seat.${seat}`))) })}
    >
      {content.vetoes.length > 0 && (
        <ul className={classes.list}>
          {content.vetoes.map(({ id, name, seat, reason, at: when, withdrawnAt, withdrawnReason }) => (
            <li key={id}>
              <Text size="sm" fw={600} className={withdrawnAt === null ? classes.changed : undefined}>
                {t(withdrawnAt === null ? 'veto.stands' : 'veto.withdrawn', { name, seat: t(`seat.${seat}`) })}
              </Text>
              <Text size="sm" className="typed">
                {reason}
              </Text>
              {withdrawnReason !== null && (
                <Text size="sm" c="dimmed" className="typed">
                  {withdrawnReason}
                </Text>
              )}
              <Text size="xs" c="dimmed">
                {format.dateTime(withdrawnAt ?? when)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {(veto || withdrawVeto) && (
        <Group gap="xs" mt="sm">
          {veto && (
            <Button size="xs" color="red" variant="light" onClick={() => setDialog('cast')}>
              {t('veto.cast')}
            </Button>
          )}
          {withdrawVeto && (
            <Button size="xs" variant="default" onClick={() => setDialog('withdraw')}>
              {t('veto.withdraw')}
            </Button>
          )}
        </Group>
      )}
      {dialog !== null && (
        <ReasonDialog
          key={dialog}
          opened
          onClose={() => setDialog(null)}
          name={`veto.${dialog}.${debrief.id}`}
          title={t(`veto.${dialog}`)}
          text={t(`veto.${dialog}Text`)}
          label={t('veto.reason')}
          submit={t(`veto.${dialog}`)}
          done={t(`veto.${dialog}Done`)}
          send={(reason) =>
            unwrap(
              api.POST(dialog === 'cast' ? '/api/v1/debriefs/{debriefId}/vetoes' : '/api/v1/debriefs/{debriefId}/vetoes/withdraw', {
                ...at(debrief.id),
                headers: once(newKey()),
                body: { reason },
              }),
            )
          }
        />
      )}
    </RoomSection>
  );
}
