import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.gen';
import { QueryState } from '../ui/query-state';
import { useFormat } from '../ui/use-format';
import { FindTimes } from './find-times';
import { OpenProposal } from './open-proposal';
import { PastProposals } from './past-proposals';
import { type Interview, proposalsQuery } from './queries';

interface TimesDialogProps {
  readonly interview: Interview;
  readonly onClose: () => void;
  readonly onDone: (changed: components['schemas']['ChangedInterviewDto']) => void;
}

/** Times for an interview: those that are proposed, to confirm one; otherwise those at which the whole panel is free, to propose some. */
export function TimesDialog({ interview, onClose, onDone }: TimesDialogProps) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('times.title', { round: interview.roundName })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('times.zone', { zone: format.timeZone.replaceAll('_', ' ') })}
        </Text>
        <QueryState query={useQuery(proposalsQuery(interview.id))}>
          {(proposals) => {
            const open = proposals.find(({ status }) => status === 'open');
            return (
              <>
                {open ? (
                  <OpenProposal proposal={open} panel={interview.panel} onConfirmed={onDone} />
                ) : interview.panel.some(({ seated }) => seated) ? (
                  <FindTimes interviewId={interview.id} onClose={onClose} />
                ) : (
                  <Text size="sm">{t('times.noPanel')}</Text>
                )}
                <PastProposals proposals={proposals.filter(({ status }) => status !== 'open')} />
              </>
            );
          }}
        </QueryState>
      </Stack>
    </Modal>
  );
}
