import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconArmchair, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import { EmptyScreen } from '../ui/empty-screen';
import { useFormat } from '../ui/use-format';
import classes from './application.module.css';
import { FormDialog } from './form-dialog';
import { PersonSelect } from './person-select';
import type { Seat } from './queries';
import { ReasonForm } from './reason-form';

interface Place {
  readonly on: 'job' | 'application';
  readonly id: string;
}

const KINDS = {
  job: ['recruiter', 'hiring_manager', 'coordinator', 'offer_approver'],
  application: ['facilitator', 'committee_member', 'bar_raiser'],
} as const;
const KEYS = [['applications'], ['jobs']];

/** Who holds which seat, and what may be done about it. */
export function SeatList({ seats, place, mayGrant }: { readonly seats: readonly Seat[]; readonly place: Place; readonly mayGrant: boolean }) {
  const { t } = useTranslation('recruiter');
  const [granting, setGranting] = useState(false);
  return (
    <>
      {seats.length > 0 && (
        <ul className={classes.rows}>
          {seats.map((seat) => (
            <SeatRow key={seat.id} seat={seat} />
          ))}
        </ul>
      )}
      {seats.length === 0 && <EmptyScreen icon={IconArmchair} title={t('seats.empty')} text={t(mayGrant ? 'seats.emptyText' : 'seats.emptyOther')} />}
      {mayGrant && (
        <Button mt="md" variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setGranting(true)}>
          {t('seats.grant')}
        </Button>
      )}
      {granting && <GrantDialog place={place} onClose={() => setGranting(false)} />}
    </>
  );
}

function SeatRow({ seat }: { readonly seat: Seat }) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const [dialog, setDialog] = useState<'end' | 'handOver' | 'delegate' | null>(null);
  const { id, kind, userName, standsInFor, startsAt, endsAt, grantedAt, abilities } = seat;
  const close = () => setDialog(null);
  const when =
    endsAt === null
      ? t('seats.since', { date: format.date(startsAt ?? grantedAt) })
      : t('seats.fromTo', { from: format.date(startsAt ?? grantedAt), to: format.date(endsAt) });
  return (
    <li className={classes.seat}>
      <div>
        <Text size="sm" fw={500}>
          {userName}
        </Text>
        <Text size="xs" c="dimmed">
          {[t(`seats.kind.${kind}`), standsInFor === null ? '' : t('seats.standsIn', { name: standsInFor }), when]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </div>
      <Group gap={4}>
        {(['delegate', 'handOver', 'end'] as const)
          .filter((name) => abilities[name])
          .map((name) => (
            <Button
              key={name}
              size="compact-xs"
              variant={name === 'end' ? 'subtle' : 'default'}
              color={name === 'end' ? 'gray' : undefined}
              onClick={() => setDialog(name)}
              aria-label={t(`seats.${name}Of`, { name: userName, seat: t(`seats.kind.${kind}`) })}
            >
              {t(`seats.${name}`)}
            </Button>
          ))}
      </Group>
      {dialog === 'end' && (
        <ReasonForm
          title={t('seats.endOf', { name: userName, seat: t(`seats.kind.${kind}`) })}
          submit={t('seats.end')}
          done={t('seats.ended')}
          danger
          keys={KEYS}
          send={(reason, key) =>
            unwrap(api.POST('/api/v1/seats/{seatId}/end', { params: { path: { seatId: id } }, headers: once(key), body: { reason } }))
          }
          onClose={close}
        />
      )}
      {(dialog === 'handOver' || dialog === 'delegate') && <PassDialog seat={seat} way={dialog} onClose={close} />}
    </li>
  );
}

function PassDialog({ seat, way, onClose }: { readonly seat: Seat; readonly way: 'handOver' | 'delegate'; readonly onClose: () => void }) {
  const { t } = useTranslation('recruiter');
  const at = (key: string) => ({ params: { path: { seatId: seat.id } }, headers: once(key) });
  return (
    <FormDialog
      onClose={onClose}
      title={t(`seats.${way}Of`, { name: seat.userName, seat: t(`seats.kind.${seat.kind}`) })}
      text={t(`seats.${way}Text`)}
      submit={t(`seats.${way}`)}
      done={t(`seats.${way}Done`)}
      keys={KEYS}
      initial={{ userId: '', reason: '', startsOn: '', endsOn: '' }}
      send={({ startsOn, endsOn, ...body }, key) =>
        way === 'handOver'
          ? unwrap(api.POST('/api/v1/seats/{seatId}/hand-over', { ...at(key), body }))
          : unwrap(api.POST('/api/v1/seats/{seatId}/delegate', { ...at(key), body: { ...body, startsOn, endsOn } }))
      }
    >
      {(form) => (
        <>
          <PersonSelect
            label={t('seats.to')}
            required
            data-autofocus
            {...form.getInputProps('userId')}
            value={form.getValues().userId || null}
            onChange={(value) => form.setFieldValue('userId', value ?? '')}
          />
          {way === 'delegate' && (
            <Group grow align="flex-start">
              <TextInput type="date" label={t('seats.firstDay')} required {...form.getInputProps('startsOn')} />
              <TextInput type="date" label={t('seats.lastDay')} required {...form.getInputProps('endsOn')} />
            </Group>
          )}
          <TextInput label={t('reason.label')} required maxLength={2000} {...form.getInputProps('reason')} />
        </>
      )}
    </FormDialog>
  );
}

function GrantDialog({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) {
  const { t } = useTranslation('recruiter');
  const kinds = KINDS[place.on];
  const send = (body: { userId: string; kind: string; reason: string }, key: string) =>
    place.on === 'job'
      ? unwrap(api.POST('/api/v1/jobs/{jobId}/seats', { params: { path: { jobId: place.id } }, headers: once(key), body: body as never }))
      : unwrap(
          api.POST('/api/v1/applications/{applicationId}/seats', {
            params: { path: { applicationId: place.id } },
            headers: once(key),
            body: body as never,
          }),
        );
  return (
    <FormDialog
      onClose={onClose}
      title={t('seats.grant')}
      submit={t('seats.grant')}
      done={t('seats.granted')}
      keys={KEYS}
      initial={{ kind: kinds[0] as string, userId: '', reason: '' }}
      send={send}
    >
      {(form) => (
        <>
          <Select
            label={t('seats.seat')}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind as string, label: t(`seats.kind.${kind}`) }))}
            {...form.getInputProps('kind')}
          />
          <PersonSelect
            label={t('seats.to')}
            required
            data-autofocus
            {...form.getInputProps('userId')}
            value={form.getValues().userId || null}
            onChange={(value) => form.setFieldValue('userId', value ?? '')}
          />
          <TextInput label={t('reason.optional')} maxLength={2000} {...form.getInputProps('reason')} />
        </>
      )}
    </FormDialog>
  );
}
