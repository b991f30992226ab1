import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { coordinatesApplication } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import { findSlots } from '../domain/interview/find-slots.js';
import { type Interval, intersected, merged } from '../domain/interview/intervals.js';
import { freeTime, workingTime } from '../domain/interview/working-time.js';
import { notFound, Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { InterviewsReader } from './interviews.reader.js';
import type { MemberTimeDto, PanelTimeDto, PanelTimeQuery, SuggestionsDto, SuggestionsQuery, TimeSpanDto } from './panel-time.dto.js';
import { type PanelPersonTime, type PanelTime, PanelTimeReader } from './panel-time.reader.js';

const DAY = 86_400_000;
const USUAL_DAYS = 14;
const MOST_DAYS = 62;

/** When the panel of an interview has time: to look at, and as times to propose. For who plans the interview. */
@Injectable()
export class PanelTimeService {
  constructor(
    private readonly interviews: InterviewsReader,
    private readonly standing: StandingReader,
    private readonly reader: PanelTimeReader,
    private readonly clock: Clock,
  ) {}

  async panelTime(actor: Actor, interviewId: string, query: PanelTimeQuery): Promise<PanelTimeDto> {
    const window = this.windowOf(query);
    const { people, candidate } = await this.known(actor, interviewId, window);
    return {
      from: new Date(window.from),
      to: new Date(window.to),
      candidate: { timeZone: candidate.zone, noticeHours: candidate.noticeHours, busy: spans(candidate.busy, window) },
      members: people.map((person) => memberTime(person, window)),
    };
  }

  async suggestions(actor: Actor, interviewId: string, query: SuggestionsQuery): Promise<SuggestionsDto> {
    const window = this.windowOf(query);
    const { people, candidate, round } = await this.known(actor, interviewId, window);
    if (people.length === 0) throw new Refusal('wrong_state', 'Nobody sits on the panel yet. Put people on it first.');
    const minutes = query.minutes ?? round.minutes;
    const now = this.clock.now().getTime();
    const { slots, more } = findSlots({ window, minutes, stepMinutes: query.step, people, candidate, now, limit: query.limit });
    const items = slots.map(({ from, to, ...marks }) => ({ startsAt: new Date(from), endsAt: new Date(to), ...marks }));
    return { minutes, timeZone: candidate.zone, items, more };
  }

  private async known(actor: Actor, interviewId: string, window: Interval): Promise<PanelTime> {
    const interview = await this.interviews.interview(actor, interviewId);
    const standing = await this.standing.onApplication(actor, interview.applicationId);
    if (!coordinatesApplication({ ...standing, siteRole: actor.siteRole }))
      throw new Refusal('forbidden', "Only the job's recruiter, hiring manager or coordinator may see when the panel has time.");
    const known = await this.reader.of(interviewId, window, { userId: actor.userId, now: this.clock.now() });
    if (!known) throw notFound('interview');
    return known;
  }

  private windowOf({ from, to }: PanelTimeQuery): Interval {
    const start = from ?? this.clock.now();
    const end = to ?? new Date(start.getTime() + USUAL_DAYS * DAY);
    const days = (end.getTime() - start.getTime()) / DAY;
    if (days > 0 && days <= MOST_DAYS) return { from: start.getTime(), to: end.getTime() };
    const detail = `must be later than "from", by ${MOST_DAYS} days at most`;
    throw new Refusal('validation_failed', `/to: ${detail}`, [{ pointer: '/to', in: 'query', code: 'range', detail }]);
  }
}

function memberTime(person: PanelPersonTime, window: Interval): MemberTimeDto {
  return {
    userId: person.userId,
    name: person.name,
    timeZone: person.zone,
    working: spans(workingTime(person, window), window),
    busy: spans(person.busy, window),
    free: spans(freeTime(person, window), window),
    away: person.absences.map(({ from, to }) => ({ startsOn: from, endsOn: to })),
  };
}

function spans(intervals: readonly Interval[], window: Interval): TimeSpanDto[] {
  return intersected(merged(intervals), [window]).map(({ from, to }) => ({ startsAt: new Date(from), endsAt: new Date(to) }));
}
