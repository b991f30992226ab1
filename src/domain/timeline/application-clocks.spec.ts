import type { InterviewPlanContent } from '../interview-plan.js';
import { applicationClocks, longestSilentGap, type ApplicationFacts, type InterviewFacts } from './application-clocks.js';
import { businessCalendar } from './business-calendar.js';
import type { Clock, ClockKey, TimelineEvent } from './clock.js';
import { moveOpenClocks } from './move-clocks.js';

const plan: InterviewPlanContent = {
  rounds: [
    {
      key: 'case',
      name: 'Case',
      minutes: 60,
      focus: 'judgement',
      targetDay: 7,
      panel: [],
      scorecardDueBusinessDays: 1,
    },
    {
      key: 'lunch',
      name: 'Lunch',
      minutes: 45,
      focus: 'meeting',
      targetDay: 8,
      panel: [],
      owesCard: false,
      noticeHours: 72,
    },
  ],
  deadlines: { decisionDueBusinessDays: 2, processDays: 28, silentGapDays: 21, committeeBacklogDays: 7 },
};

const event = (kind: string, at: string): TimelineEvent => ({ id: `${kind}@${at}`, kind, at });
const america = { calendar: businessCalendar({ country: 'US', zone: 'America/New_York' }), zone: 'America/New_York' };
const china = { calendar: businessCalendar({ country: 'CN', zone: 'Asia/Shanghai' }), zone: 'Asia/Shanghai' };

const interview: InterviewFacts = {
  id: 'i1',
  round: 'case',
  planned: event('interview.planned', '2025-09-22T14:00:00Z'),
  startsAt: '2025-09-30T02:00:00Z',
  told: event('candidate.told', '2025-09-25T14:00:00Z'),
  held: event('interview.held', '2025-09-30T03:00:00Z'),
  calledOff: null,
  cards: [
    { id: 'c1', interviewer: { ...china, user: 'mei' }, closed: null },
    { id: 'c2', interviewer: { ...america, user: 'ann' }, closed: null },
  ],
};

const facts: ApplicationFacts = {
  id: 'a1',
  plan,
  job: { ...america, hiringManager: 'hm', recruiter: 'rec', coordinator: null },
  candidateZone: 'Europe/Berlin',
  started: event('application.started', '2025-09-15T13:00:00Z'),
  contacts: [event('mail', '2025-09-16T13:00:00Z')],
  interviews: [interview],
  lastSession: null,
  committee: null,
  decided: null,
  ended: null,
  pauses: [],
};

function clock(key: ClockKey, now: string, changed: Partial<ApplicationFacts> = {}, subject?: string): Clock | undefined {
  return applicationClocks({ ...facts, ...changed }, now).find((each) => each.key === key && (!subject || each.subject === subject));
}

describe('scorecard due', () => {
  it("runs on each interviewer's own calendar and zone", () => {
    const now = '2025-09-30T10:00:00Z';
    expect(clock('scorecard_due', now, {}, 'c1')).toMatchObject({
      dueOn: '2025-10-09',
      dueAt: '2025-10-09T10:00:00.000Z',
      holder: { role: 'interviewer', user: 'mei' },
      startedBy: interview.held,
      stoppedBy: null,
      state: 'on_time',
    });
    // 03:00 UTC is still the evening of 29 September in New York.
    expect(clock('scorecard_due', now, {}, 'c2')).toMatchObject({
      dueOn: '2025-09-30',
      dueAt: '2025-09-30T22:00:00.000Z',
    });
  });

  it.each([
    ['on_time', '2025-09-30T12:00:00Z'],
    ['at_risk', '2025-09-30T18:00:00Z'],
    ['at_risk', '2025-09-30T22:00:00Z'],
    ['late', '2025-09-30T22:00:01Z'],
  ])('is %s at %s', (state, now) => {
    expect(clock('scorecard_due', now, {}, 'c2')?.state).toBe(state);
  });

  it.each([
    ['met', '2025-09-30T22:00:00Z'],
    ['late', '2025-10-01T00:00:00Z'],
  ])('stopped is %s by a card closed at %s, whatever time it is', (state, at) => {
    const closed = event('scorecard.submitted', at);
    const cards = interview.cards.map((card) => ({ ...card, closed }));
    const found = clock('scorecard_due', '2026-01-01T00:00:00Z', { interviews: [{ ...interview, cards }] }, 'c2');
    expect(found).toMatchObject({ state, stoppedBy: closed });
  });

  it('starts with nothing else than an interview held that owes cards', () => {
    const now = '2025-10-01T00:00:00Z';
    const variants: readonly Partial<InterviewFacts>[] = [
      { held: null },
      { round: 'lunch' },
      { calledOff: event('interview.no_show', '2025-09-30T03:00:00Z') },
    ];
    for (const variant of variants) {
      expect(clock('scorecard_due', now, { interviews: [{ ...interview, ...variant }] })).toBeUndefined();
    }
    expect(clock('scorecard_due', now, { interviews: [{ ...interview, round: 'added later' }] }, 'c2')?.dueOn).toBe('2025-09-30');
  });

  it('is not known past the covered years, and never guessed', () => {
    const held = event('interview.held', '2026-12-31T03:00:00Z');
    const found = clock('scorecard_due', '2027-03-01T00:00:00Z', { interviews: [{ ...interview, held }] }, 'c1');
    expect(found).toMatchObject({
      state: 'not_known',
      dueAt: null,
      dueOn: null,
      notKnown: { date: '2027-01-01', calendar: 'CN' },
    });
  });
});

describe('notice', () => {
  it("is counted in hours back from the interview, on the candidate's date, across a change of the clocks", () => {
    const startsAt = '2025-10-27T09:00:00+01:00'; // Berlin's clocks went back on the 26th
    const found = clock('notice', '2025-10-20T00:00:00Z', {
      interviews: [{ ...interview, startsAt, held: null, told: null }],
    });
    expect(found).toMatchObject({
      dueAt: '2025-10-25T08:00:00.000Z',
      dueOn: '2025-10-25',
      zone: 'Europe/Berlin',
      holder: { role: 'recruiter', user: 'rec' },
    });
  });

  it('is met by telling the candidate in time, late otherwise, and takes the hours of its round', () => {
    expect(clock('notice', '2025-10-01T00:00:00Z')?.state).toBe('met');
    const told = event('candidate.told', '2025-09-28T02:00:01Z');
    expect(clock('notice', '2025-10-01T00:00:00Z', { interviews: [{ ...interview, told }] })?.state).toBe('late');
    const lunch = clock('notice', '2025-09-20T00:00:00Z', { interviews: [{ ...interview, round: 'lunch' }] });
    expect(lunch?.dueAt).toBe('2025-09-27T02:00:00.000Z');
  });

  it('is the coordinator’s where there is one, and does not run before a time is set', () => {
    const job = { ...facts.job, coordinator: 'coo' };
    expect(clock('notice', '2025-10-01T00:00:00Z', { job })?.holder).toEqual({ role: 'coordinator', user: 'coo' });
    expect(clock('notice', '2025-10-01T00:00:00Z', { interviews: [{ ...interview, startsAt: null }] })).toBeUndefined();
  });
});

describe('decision and committee', () => {
  const lastSession = event('interview.held', '2025-10-09T20:00:00Z');
  const handedOver = event('committee.handed_over', '2025-10-10T15:00:00Z');

  it('gives two business days after the last session: Thursday, over Columbus Day, to Tuesday', () => {
    expect(clock('decision_due', '2025-10-10T00:00:00Z', { lastSession })).toMatchObject({
      dueOn: '2025-10-14',
      dueAt: '2025-10-14T22:00:00.000Z',
      holder: { role: 'hiring_manager', user: 'hm' },
    });
    expect(clock('decision_due', '2025-10-10T00:00:00Z')).toBeUndefined();
  });

  it("keeps the committee's backlog apart from the panel's time", () => {
    const committee = { handedOver, concluded: null };
    const now = '2025-10-20T00:00:00Z';
    expect(clock('decision_due', now, { lastSession, committee })).toMatchObject({
      state: 'met',
      stoppedBy: handedOver,
    });
    expect(clock('committee_backlog', now, { lastSession, committee })).toMatchObject({
      state: 'late',
      dueOn: '2025-10-17',
      holder: { role: 'committee', user: null },
      startedBy: handedOver,
    });
  });
});

describe('process and silence', () => {
  it('count calendar days and stop with the decision', () => {
    expect(clock('process', '2025-09-20T00:00:00Z')).toMatchObject({ dueOn: '2025-10-13', state: 'on_time' });
    expect(clock('process', '2025-10-07T00:00:00Z')?.state).toBe('at_risk');
    const decided = event('decision.recorded', '2025-10-13T22:00:00Z');
    expect(clock('process', '2025-12-01T00:00:00Z', { decided })).toMatchObject({ state: 'met', stoppedBy: decided });
  });

  it('follow "five weeks" where the plan says so', () => {
    const five = { ...plan, deadlines: { processDays: 35 } };
    expect(clock('process', '2025-09-20T00:00:00Z', { plan: five })?.dueOn).toBe('2025-10-20');
  });

  it('start silence anew with every contact', () => {
    expect(clock('silent_gap', '2025-09-20T00:00:00Z')).toMatchObject({
      dueOn: '2025-10-07',
      startedBy: facts.contacts[0],
    });
    const contacts = [event('call', '2025-09-30T13:00:00Z'), ...facts.contacts];
    expect(clock('silent_gap', '2025-09-20T00:00:00Z', { contacts })).toMatchObject({
      dueOn: '2025-10-21',
      startedBy: contacts[0],
    });
    expect(longestSilentGap({ ...facts, contacts }, '2025-10-05T13:00:00Z')).toBe(14);
    expect(longestSilentGap({ ...facts, contacts }, '2025-10-20T13:00:00Z')).toBe(20);
  });

  it('stop with a withdrawal, which keeps what was late late', () => {
    const ended = event('application.withdrawn', '2025-10-01T12:00:00Z');
    const clocks = applicationClocks({ ...facts, ended }, '2025-11-01T00:00:00Z');
    expect(clocks.every((each) => each.stoppedBy !== null)).toBe(true);
    expect(clocks.find((each) => each.subject === 'c2')?.state).toBe('late');
    expect(clocks.find((each) => each.subject === 'c1')?.state).toBe('met');
  });
});

describe('pauses', () => {
  const asked = { reason: 'candidate_asked' as const, words: 'exam week' };
  const pause = { ...asked, from: '2025-09-22T13:00:00Z', to: '2025-09-29T13:00:00Z' };

  it('move calendar-day clocks by the days paused, naming them', () => {
    const found = clock('process', '2025-09-30T00:00:00Z', { pauses: [pause] });
    expect(found?.dueOn).toBe('2025-10-20');
    expect(found?.skipped).toHaveLength(7);
    expect(found?.skipped[0]).toEqual({
      date: '2025-09-22',
      kind: 'pause',
      reason: 'paused: candidate asked, exam week',
    });
  });

  it('move business-day clocks by the business days paused', () => {
    const lastSession = event('interview.held', '2025-09-19T20:00:00Z');
    expect(clock('decision_due', '2025-09-30T00:00:00Z', { lastSession })?.dueOn).toBe('2025-09-23');
    expect(clock('decision_due', '2025-09-30T00:00:00Z', { lastSession, pauses: [pause] })?.dueOn).toBe('2025-09-30');
  });

  it('that still last move the due time along, but never rescue what was already late', () => {
    const open = { ...asked, from: '2025-10-01T13:00:00Z', to: null };
    const early = clock('process', '2025-10-05T13:00:00Z', { pauses: [open] });
    const later = clock('process', '2025-12-05T13:00:00Z', { pauses: [open] });
    expect(early).toMatchObject({ dueOn: '2025-10-17', pause: open });
    expect(later).toMatchObject({ dueOn: '2025-12-17', state: 'on_time', pause: open });
    const tooLate = { ...open, from: '2025-10-14T13:00:00Z' };
    expect(clock('process', '2025-12-05T13:00:00Z', { pauses: [tooLate] })).toMatchObject({
      dueOn: '2025-10-13',
      state: 'late',
    });
  });

  it('begun and ended on one day move nothing; one that is over holds no clock', () => {
    const short = { ...asked, from: '2025-09-22T13:00:00Z', to: '2025-09-22T20:00:00Z' };
    expect(clock('process', '2025-09-30T00:00:00Z', { pauses: [short] })).toMatchObject({
      dueOn: '2025-10-13',
      pause: null,
    });
  });
});

describe('moving clocks', () => {
  it('moves the open ones with the plan, leaves the stopped ones, and says what moved', () => {
    const now = '2025-09-30T10:00:00Z';
    const cards = interview.cards.map((card) =>
      card.id === 'c2' ? { ...card, closed: event('scorecard.submitted', '2025-09-30T09:00:00Z') } : card,
    );
    const state = { ...facts, interviews: [{ ...interview, cards }] };
    const slower: InterviewPlanContent = {
      rounds: plan.rounds.map((round) => ({ ...round, scorecardDueBusinessDays: 3 })),
      deadlines: { ...plan.deadlines, processDays: 35 },
    };
    const before = applicationClocks(state, now);
    const { clocks, moves } = moveOpenClocks(before, applicationClocks({ ...state, plan: slower }, now));
    expect(moves).toEqual([
      { key: 'scorecard_due', subject: 'c1', before: '2025-10-09T10:00:00.000Z', after: '2025-10-11T10:00:00.000Z' },
      { key: 'process', subject: 'a1', before: '2025-10-13T22:00:00.000Z', after: '2025-10-20T22:00:00.000Z' },
    ]);
    expect(clocks.find((each) => each.subject === 'c2')).toEqual(before.find((each) => each.subject === 'c2'));
    expect(moveOpenClocks(before, before)).toEqual({ clocks: before, moves: [] });
  });

  it('says when an open clock falls away or appears, and keeps stopped ones', () => {
    const now = '2025-09-30T10:00:00Z';
    const before = applicationClocks(facts, now);
    const { clocks, moves } = moveOpenClocks(before, applicationClocks({ ...facts, interviews: [] }, now));
    expect(moves.map(({ key, after }) => [key, after])).toEqual([
      ['scorecard_due', null],
      ['scorecard_due', null],
    ]);
    expect(clocks.map((each) => each.key)).toEqual(['process', 'silent_gap', 'notice']);
    expect(moveOpenClocks([], before).moves.filter((move) => move.before === null)).toHaveLength(4);
  });
});
