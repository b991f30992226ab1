import { Button, Menu, Select, Textarea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import { FormDialog } from './form-dialog';
import type { Application } from './queries';

/** The moves in the order in which they are offered, each with its codes; what the codes mean is told in words. */
export const MOVES = {
  advance: { path: 'advance', codes: ['round_passed', 'parallel_rounds', 'exception', 'other'] },
  resume: { path: 'resume', codes: ['hold_ended', 'other'] },
  offer: { path: 'offer', codes: ['decided', 'other'] },
  hire: { path: 'hire', codes: ['accepted', 'other'] },
  reopen: { path: 'reopen', codes: ['new_evidence', 'candidate_returned', 'mistake', 'headcount', 'other'] },
  hold: { path: 'hold', codes: ['candidate_asked', 'hiring_freeze', 'comparing_finalists', 'waiting_for_interviewer', 'other'] },
  retractOffer: { path: 'retract-offer', codes: ['candidate_declined', 'headcount', 'debrief_reopened', 'other'] },
  withdraw: { path: 'withdraw', codes: ['accepted_elsewhere', 'compensation', 'location', 'timing', 'no_answer', 'other'] },
  reject: { path: 'reject', codes: ['below_bar', 'missing_requirement', 'work_authorisation', 'position_filled', 'job_closed', 'conduct', 'other'] },
} as const;
type Move = keyof typeof MOVES;

const NAMES = Object.keys(MOVES) as Move[];
const FORWARD: readonly Move[] = ['offer', 'hire', 'advance', 'resume', 'reopen'];
const ENDING: readonly Move[] = ['withdraw', 'reject', 'retractOffer'];

/** What may be done about the application now: the likely step as a button, the others behind it. */
export function Moves({ application }: { readonly application: Application }) {
  const { t } = useTranslation('recruiter');
  const [move, setMove] = useState<Move | null>(null);
  const open = NAMES.filter((name) => application.abilities[name]);
  const main = FORWARD.find((name) => open.includes(name));
  const others = open.filter((name) => name !== main);
  if (open.length === 0) return null;
  return (
    <>
      {main && <Button onClick={() => setMove(main)}>{t(`move.${main}.button`)}</Button>}
      {others.length > 0 && (
        <Menu position="bottom-end" shadow="md" width={220}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconDots size={16} aria-hidden />}>
              {t('move.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((name) => (
              <Menu.Item key={name} color={ENDING.includes(name) ? 'red' : undefined} onClick={() => setMove(name)}>
                {t(`move.${name}.button`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {move && <MoveDialog key={move} move={move} application={application} onClose={() => setMove(null)} />}
    </>
  );
}

interface MoveDialogProps {
  readonly move: Move;
  readonly application: Application;
  readonly onClose: () => void;
}

function MoveDialog({ move, application, onClose }: MoveDialogProps) {
  const { t } = useTranslation('recruiter');
  const { path, codes } = MOVES[move];
  const { id, candidateName, currentRoundKey, currentRoundName } = application;
  const names = { name: candidateName, round: currentRoundName ?? '' };
  return (
    <FormDialog
      onClose={onClose}
      title={t(`move.${move}.title`, names)}
      text={t(`move.${move}.text`, names)}
      submit={t(`move.${move}.button`)}
      done={t(`move.${move}.done`, names)}
      danger={ENDING.includes(move)}
      keys={[['applications'], ['debriefs'], ['debrief-list']]}
      initial={{ reasonCode: codes[0] as string, reason: '' }}
      send={({ reasonCode, reason }, key) =>
        unwrap(
          api.POST(`/api/v1/applications/{applicationId}/${path}`, {
            params: { path: { applicationId: id } },
            headers: once(key),
            body: { reasonCode, ...(reason !== '' && { reason }), ...(move === 'advance' && currentRoundKey !== null && { round: currentRoundKey }) },
          } as never),
        )
      }
    >
      {(form) => (
        <>
          <Select
            label={t('move.code')}
            data={codes.map((code) => ({ value: code as string, label: t(`reasonCode.${code}`) }))}
            allowDeselect={false}
            data-autofocus
            {...form.getInputProps('reasonCode')}
          />
          <Textarea
            label={t('move.words')}
            description={t('move.wordsText')}
            autosize
            minRows={2}
            maxLength={4000}
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
