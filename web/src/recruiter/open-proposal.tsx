import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import { ProblemAlert } from '../ui/problem-alert';
import { useFormat } from '../ui/use-format';
import type { Interview, Proposal } from './queries';
import { ReasonForm } from './reason-form';
import { TimeInZones } from './time-in-zones';
import { useChange } from './use-change';
import { useSendKey } from './use-send-key';

type Changed = components['schemas']['ChangedInterviewDto'];

interface OpenProposalProps {
  readonly proposal: Proposal;
  readonly panel: Interview['panel'];
  readonly onConfirmed: (changed: Changed) => void;
}

/** The times that are proposed, each with what speaks against it now: one is confirmed, or all are withdrawn. */
export function OpenProposal({ proposal, panel, onConfirmed }: OpenProposalProps) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const [withdrawing, setWithdrawing] = useState(false);
  const { id, interviewId, slots, timeZone, proposedAt, proposedByName, abilities } = proposal;
  const keys = [['interview-times', interviewId], ['applications']];
  const at = { params: { path: { interviewId, proposalId: id } } };
  const keyOf = useSendKey();
  const confirm = useChange(
    (slotId: string) =>
      unwrap(api.POST('/api/v1/interviews/{interviewId}/proposals/{proposalId}/confirm', { ...at, headers: once(keyOf(slotId)), body: { slotId } })),
    { keys, done: t('times.confirmed'), then: onConfirmed },
  );
  return (
    <>
      {confirm.error && <ProblemAlert problem={confirm.error} />}
      <Text size="sm">{t('times.proposedBy', { name: proposedByName, when: format.dateTime(proposedAt) })}</Text>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {slots.map(({ id: slotId, startsAt, endsAt, warnings }) => (
          <Group key={slotId} component="li" justify="space-between" align="flex-start" gap="xs">
            <div>
              <TimeInZones startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} />
              {warnings.map((warning) => (
                <Text key={`${warning.code} ${warning.userId ?? ''}`} size="xs" c="var(--app-late)">
                  {t(`interview.warning.${warning.code}`, { name: panel.find(({ userId }) => userId === warning.userId)?.name ?? '' })}
                </Text>
              ))}
            </div>
            {abilities.confirm && (
              <Button
                size="xs"
                variant="default"
                aria-label={t('times.confirmOf', { when: format.dateTime(startsAt) })}
                loading={confirm.isPending && confirm.variables === slotId}
                disabled={confirm.isPending}
                onClick={() => confirm.mutate(slotId)}
              >
                {t('times.confirm')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {abilities.withdraw && (
        <Group justify="flex-end">
          <Button variant="subtle" color="red" onClick={() => setWithdrawing(true)}>
            {t('times.withdraw')}
          </Button>
        </Group>
      )}
      {withdrawing && (
        <ReasonForm
          title={t('times.withdraw')}
          text={t('times.withdrawText')}
          submit={t('times.withdraw')}
          done={t('times.withdrawn')}
          danger
          keys={keys}
          send={(reason, key) =>
            unwrap(api.POST('/api/v1/interviews/{interviewId}/proposals/{proposalId}/withdraw', { ...at, headers: once(key), body: { reason } }))
          }
          onClose={() => setWithdrawing(false)}
        />
      )}
    </>
  );
}
