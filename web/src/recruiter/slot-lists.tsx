import { Checkbox, ScrollArea, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.gen';
import classes from './slot-lists.module.css';
import { TimeInZones } from './time-in-zones';

type Slot = components['schemas']['SuggestedSlotDto'];

interface SlotListsProps {
  readonly slots: readonly Slot[];
  /** Beginnings of those that are chosen. */
  readonly chosen: readonly string[];
  /** The candidate's. */
  readonly timeZone: string;
}

/** What speaks against a time, the graver first; a time is folded away under the first that holds. */
const AGAINST = {
  short_notice: ({ shortNotice }: Slot) => shortNotice,
  candidate_hours: ({ inCandidateHours }: Slot) => !inCandidateHours,
} as const;
const REASONS = ['short_notice', 'candidate_hours'] as const;

/** Times to choose among: those that nothing speaks against, and behind them the others, folded by what does. */
export function SlotLists({ slots, chosen, timeZone }: SlotListsProps) {
  const { t } = useTranslation('recruiter');
  const reasonOf = (slot: Slot) => REASONS.find((reason) => AGAINST[reason](slot));
  const fitting = slots.filter((slot) => reasonOf(slot) === undefined);
  const apart = REASONS.map((reason) => ({ reason, held: slots.filter((slot) => reasonOf(slot) === reason) })).filter(({ held }) => held.length > 0);
  return (
    <>
      {fitting.length > 0 ? (
        <SlotList slots={fitting} timeZone={timeZone} />
      ) : (
        <Text size="sm" mt="xs">
          {t('times.noneFit')}
        </Text>
      )}
      {apart.map(({ reason, held }) => {
        const picked = held.filter(({ startsAt }) => chosen.includes(startsAt)).length;
        return (
          <details key={reason} className={classes.apart} open={fitting.length === 0 || undefined}>
            <summary>
              {[t(`times.apart.${reason}`, { count: held.length }), picked === 0 ? '' : t('times.chosen', { count: picked })]
                .filter((part) => part !== '')
                .join(' · ')}
            </summary>
            <Text size="xs" c="dimmed">
              {t(`interview.warning.${reason}`)}
            </Text>
            <SlotList slots={held} timeZone={timeZone} isShort={reason === 'short_notice'} />
          </details>
        );
      })}
    </>
  );
}

interface SlotListProps {
  readonly slots: readonly Slot[];
  readonly timeZone: string;
  /** With little notice: that the candidate's hours are not kept either is said at the time itself. */
  readonly isShort?: boolean;
}

function SlotList({ slots, timeZone, isShort = false }: SlotListProps) {
  const { t } = useTranslation('recruiter');
  return (
    <ScrollArea.Autosize mah="30vh" mt="xs" type="auto">
      <Stack gap="sm" p={2}>
        {slots.map(({ startsAt, endsAt, inCandidateHours }) => (
          <Checkbox
            key={startsAt}
            value={startsAt}
            label={
              <>
                <TimeInZones startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} />
                {isShort && !inCandidateHours && (
                  <Text size="xs" c="dimmed" component="span" display="block">
                    {t('interview.warning.candidate_hours')}
                  </Text>
                )}
              </>
            }
          />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  );
}
