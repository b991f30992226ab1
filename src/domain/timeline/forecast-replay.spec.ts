/**
 * Replays the past of simulated organisations whose laws are not the forecast's: heavy tails, work done only on business
 * days, slow seasons, slow candidates (rounds of one application are not independent), rejections that take their own
 * time. Every ten days each open application is forecast from what was known that morning, and held against what came.
 */
import type { InterviewPlanContent } from '../interview-plan.js';
import { businessCalendar } from './business-calendar.js';
import { addBusinessDays } from './business-days.js';
import { forecastDecision, forecastHistory } from './forecast-decision.js';
import { addDays, type LocalDate } from './local-date.js';
import { DECISION_STAGE, type Passage } from './stage-laws.js';

const calendar = businessCalendar({ country: 'US' });
const KEYS = ['screen', 'case', 'panel', 'final', DECISION_STAGE];
const plan: InterviewPlanContent = {
  rounds: KEYS.slice(0, 4).map((key, index) => ({
    key,
    name: key,
    minutes: 60,
    focus: key,
    targetDay: 6 * (index + 1),
    panel: [],
  })),
  deadlines: {},
};

/** Mulberry32: a small seeded generator, uniform on [0, 1). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

interface World {
  readonly name: string;
  readonly seed: number;
  /** Organisations replayed and counted together. */
  readonly organisations: number;
  readonly perWeek: number;
  /** Calendar days one stage takes, before seasons and weekends. */
  readonly stageDays: (random: () => number, stage: number) => number;
  /** Factor on all stages of one application. */
  readonly slowness: (random: () => number) => number;
  readonly season: (on: LocalDate) => number;
}

const MEDIANS = [3, 6, 7, 5, 2.5];
const lognormal = (sigma: number) => (random: () => number, stage: number) => (MEDIANS[stage] ?? 3) * Math.exp(sigma * normal(random));
const pareto = (shape: number) => (random: () => number, stage: number) => (MEDIANS[stage] ?? 3) * 0.6 * (1 - random()) ** (-1 / shape);
const weibull = (random: () => number, stage: number) => (MEDIANS[stage] ?? 3) * 1.3 * (-Math.log(1 - random())) ** (1 / 0.9);
const steady = () => 1;
const summerAndYearEnd = (on: LocalDate) => (on.slice(5, 7) === '08' || on.slice(5) >= '12-15' || on.slice(5) < '01-05' ? 1.7 : 1);

const WORLDS: readonly World[] = [
  {
    name: 'log-normal with slow candidates',
    seed: 1,
    organisations: 2,
    perWeek: 6,
    stageDays: lognormal(0.8),
    slowness: (random) => Math.exp(0.3 * normal(random)),
    season: steady,
  },
  {
    name: 'Pareto tails',
    seed: 2,
    organisations: 2,
    perWeek: 6,
    stageDays: pareto(1.8),
    slowness: steady,
    season: steady,
  },
  {
    name: 'slow summers and year ends',
    seed: 3,
    organisations: 2,
    perWeek: 6,
    stageDays: lognormal(0.6),
    slowness: steady,
    season: summerAndYearEnd,
  },
  {
    name: 'Weibull, slow candidates and seasons',
    seed: 4,
    organisations: 2,
    perWeek: 8,
    stageDays: weibull,
    slowness: (random) => Math.exp(0.3 * normal(random)),
    season: summerAndYearEnd,
  },
  {
    name: 'a small organisation with Pareto tails and seasons',
    seed: 5,
    organisations: 6,
    perWeek: 2,
    stageDays: pareto(2.2),
    slowness: steady,
    season: summerAndYearEnd,
  },
];

function nextBusinessDay(date: LocalDate): LocalDate {
  const found = addBusinessDays(calendar, date, 0);
  if (!found.known) throw new Error(found.detail);
  return found.date;
}

/** One application from its start to its decision or its end. */
function application(world: World, random: () => number, startedOn: LocalDate): readonly Passage[] {
  const passages: Passage[] = [];
  const slowness = world.slowness(random);
  let enteredOn = nextBusinessDay(startedOn);
  for (const [stage, round] of KEYS.entries()) {
    const rejected = stage < 4 && random() < 0.3;
    const days = world.stageDays(random, stage) * slowness * world.season(enteredOn) * (rejected ? 0.8 : 1);
    const leftOn = nextBusinessDay(addDays(enteredOn, Math.round(days)));
    passages.push({ round, enteredOn, leftOn, outcome: rejected ? 'ended' : 'advanced' });
    if (rejected) break;
    enteredOn = leftOn;
  }
  return passages;
}

/** Two and a half years of applications. */
function simulate(world: World): readonly (readonly Passage[])[] {
  const random = seeded(world.seed);
  const applications: (readonly Passage[])[] = [];
  for (let day = 0; day < 910; day += 1) {
    if (random() < world.perWeek / 7) applications.push(application(world, random, addDays('2021-01-04', day)));
  }
  return applications;
}

interface Tally {
  asked: number;
  early: number;
  late: number;
}

/** Forecasts every application open on `asOf` that will be decided, and counts the decisions outside the interval. */
function replayDay(applications: readonly (readonly Passage[])[], passages: readonly Passage[], asOf: LocalDate, tally: Tally) {
  const history = forecastHistory(plan, passages, calendar, asOf);
  for (const stages of applications) {
    const last = stages.at(-1);
    const present = stages.find((each) => each.enteredOn <= asOf && each.leftOn !== null && each.leftOn >= asOf);
    if (!present || last?.round !== DECISION_STAGE || last.leftOn === null) continue;
    const { earliestOn, latestOn } = forecastDecision(history, present);
    tally.asked += 1;
    if (last.leftOn < earliestOn) tally.early += 1;
    if (last.leftOn > latestOn) tally.late += 1;
  }
}

function replay(world: World): Tally {
  const tally: Tally = { asked: 0, early: 0, late: 0 };
  for (let organisation = 0; organisation < world.organisations; organisation += 1) {
    const applications = simulate({ ...world, seed: world.seed + 100 * organisation });
    const passages = applications.flat();
    for (let asOf = '2022-01-10'; asOf < '2023-07-01'; asOf = addDays(asOf, 10)) replayDay(applications, passages, asOf, tally);
  }
  return tally;
}

describe('replaying the past', () => {
  it.each(WORLDS)('the 80 % interval holds 75–85 % of decisions: $name', (world) => {
    const { asked, early, late } = replay(world);
    const held = (asked - early - late) / asked;
    expect(asked).toBeGreaterThan(700);
    expect(held).toBeGreaterThanOrEqual(0.75);
    expect(held).toBeLessThanOrEqual(0.85);
    // Not by being wide on one side only.
    expect(early / asked).toBeLessThan(0.16);
    expect(late / asked).toBeLessThan(0.16);
  });
});
