/** What happens around the times of interviews and calendars, by event type. A confirmed time also tells `interview.scheduled` or `interview.moved`. */
interface TimeTold {
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface SchedulingEvents {
  'interview.times_proposed': {
    readonly proposalId: string;
    readonly timeZone: string;
    readonly location: string | null;
    readonly slots: readonly TimeTold[];
  };
  /** `overtaken`: the interview got its time another way, or was called off. */
  'interview.times_withdrawn': { readonly proposalId: string; readonly because: 'withdrawn' | 'overtaken' };
  'interview.time_confirmed': TimeTold & { readonly proposalId: string };

  'calendar_feed.issued': { readonly hint: string; readonly replaced: boolean };
  'calendar_feed.revoked': { readonly hint: string };
}
