import { Alert, Button, Group, Menu, Text } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import { AssignDialog } from './assign-dialog';
import classes from './application.module.css';
import { PanelRow } from './panel-row';
import type { Interview } from './queries';
import { ReasonForm } from './reason-form';
import { ScheduleDialog } from './schedule-dialog';
import { StatusBadge } from './status-badge';
import { TimesDialog } from './times-dialog';
import { useChange } from './use-change';

type Card = components['schemas']['ScorecardDto'];
export type Warning = components['schemas']['InterviewWarningDto'];

interface InterviewBlockProps {
  readonly interview: Interview;
  readonly cards: readonly Card[];
  readonly minutes: number;
  /** Which of the round's interviews this is; null where there is but one. */
  readonly nth: number | null;
}

type Dialog = 'schedule' | 'move' | 'cancel' | 'noShow' | 'assign' | 'times';

/** One interview: when and where, who sits on it, and which cards are in. */
export function InterviewBlock({ interview, cards, minutes, nth }: InterviewBlockProps) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const { id, status, startsAt, endsAt, location, reason, panel, abilities, roundName } = interview;
  const close = () => setDialog(null);
  const changed = (answer: { readonly warnings: readonly Warning[] }) => {
    setWarnings(answer.warnings);
    close();
  };
  const keys = [['applications']];
  const at = { params: { path: { interviewId: id } } };
  return (
    <section
      className={classes.interview}
      aria-label={nth === null ? t('interview.label', { round: roundName }) : t('interview.labelOf', { round: roundName, nth })}
    >
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Group gap="xs">
            <Text size="sm" fw={600} className="numbers" title={startsAt === null ? undefined : format.exact(startsAt)}>
              {startsAt === null ? t('interview.noTime') : `${format.dateTime(startsAt)}${endsAt === null ? '' : `–${format.time(endsAt)}`}`}
            </Text>
            <StatusBadge of="interview" status={status} />
          </Group>
          <Text size="xs" c="dimmed">
            {[location, startsAt === null ? '' : format.fromNow(startsAt), reason ?? ''].filter((part) => part !== '').join(' · ')}
          </Text>
        </div>
        <InterviewActions abilities={abilities} id={id} hasTime={startsAt !== null} onOpen={setDialog} />
      </Group>
      {warnings.length > 0 && (
        <Alert
          color="amber"
          mt="xs"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('interview.warnings')}
          withCloseButton
          closeButtonLabel={t('interview.hideWarnings')}
          onClose={() => setWarnings([])}
        >
          {warnings.map((warning, index) => (
            <Text key={index} size="sm">
              {t(`interview.warning.${warning.code}`, { name: panel.find(({ userId }) => userId === warning.userId)?.name ?? '' })}
            </Text>
          ))}
        </Alert>
      )}
      {panel.length > 0 ? (
        <ul className={classes.panel}>
          {panel.map((member) => (
            <PanelRow
              key={`${member.userId} ${member.card?.id ?? ''}`}
              member={member}
              card={cards.find((card) => card.id === member.card?.id)}
              interviewId={id}
              mayChange={abilities.changePanel}
            />
          ))}
        </ul>
      ) : (
        <Text size="sm" mt={6}>
          {t('interview.noPanel')}
        </Text>
      )}
      {abilities.changePanel && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          leftSection={<IconUserPlus size={15} aria-hidden />}
          onClick={() => setDialog('assign')}
          aria-label={t('panel.assignOf', { round: roundName })}
        >
          {t('panel.assign')}
        </Button>
      )}
      {(dialog === 'schedule' || dialog === 'move') && (
        <ScheduleDialog interview={interview} minutes={minutes} way={dialog} onClose={close} onDone={changed} />
      )}
      {dialog === 'times' && <TimesDialog interview={interview} onClose={close} onDone={changed} />}
      {dialog === 'assign' && <AssignDialog interview={interview} onClose={close} onDone={changed} />}
      {(dialog === 'cancel' || dialog === 'noShow') && (
        <ReasonForm
          title={t(`interview.${dialog}.title`)}
          text={t(`interview.${dialog}.text`)}
          submit={t(`interview.${dialog}.button`)}
          done={t(`interview.${dialog}.done`)}
          danger
          keys={keys}
          send={(why, key) =>
            dialog === 'cancel'
              ? unwrap(api.POST('/api/v1/interviews/{interviewId}/cancel', { ...at, headers: once(key), body: { reason: why } }))
              : unwrap(api.POST('/api/v1/interviews/{interviewId}/no-show', { ...at, headers: once(key), body: { reason: why } }))
          }
          onClose={close}
        />
      )}
    </section>
  );
}

interface InterviewActionsProps {
  readonly abilities: Interview['abilities'];
  readonly id: string;
  readonly hasTime: boolean;
  readonly onOpen: (dialog: Dialog) => void;
}

function InterviewActions({ abilities, id, hasTime, onOpen }: InterviewActionsProps) {
  const { t } = useTranslation('recruiter');
  const held = useChange(
    () => unwrap(api.POST('/api/v1/interviews/{interviewId}/held', { params: { path: { interviewId: id } }, headers: once(newKey()) })),
    {
      keys: [['applications']],
      done: t('interview.held.done'),
    },
  );
  const dialogs = (['schedule', 'move', 'cancel', 'noShow'] as const).filter((name) => abilities[name]);
  if (dialogs.length === 0 && !abilities.markHeld && !abilities.propose) return null;
  const [first] = dialogs;
  return (
    <Group gap={6}>
      {first === 'schedule' && (
        <Button size="xs" onClick={() => onOpen('schedule')}>
          {t('interview.schedule.button')}
        </Button>
      )}
      <Menu position="bottom-end" shadow="md" width={200}>
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {t('interview.change')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {abilities.propose && <Menu.Item onClick={() => onOpen('times')}>{t('times.button')}</Menu.Item>}
          {abilities.propose && hasTime && (
            <Menu.Item component="a" href={`/api/v1/interviews/${id}/calendar.ics`} download>
              {t('times.file')}
            </Menu.Item>
          )}
          {abilities.markHeld && (
            <Menu.Item onClick={() => held.mutate(undefined, { onError: toastProblem })}>{t('interview.held.button')}</Menu.Item>
          )}
          {dialogs
            .filter((name) => name !== 'schedule')
            .map((name) => (
              <Menu.Item key={name} color={name === 'move' ? undefined : 'red'} onClick={() => onOpen(name)}>
                {t(`interview.${name}.button`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
