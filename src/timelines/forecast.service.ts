import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { InterviewPlanContent } from '../domain/interview-plan.js';
import type { ActualLine } from '../domain/timeline/actual-line.js';
import type { BusinessCalendar } from '../domain/timeline/business-calendar.js';
import { type DecisionForecast, forecastDecision, type ForecastHistory } from '../domain/timeline/forecast-decision.js';
import { forecastReasonWords } from '../domain/timeline/forecast-words.js';
import { DECISION_STAGE, type ForecastUnit, type LearnedStage, stagesFromLearned } from '../domain/timeline/stage-laws.js';
import type { LocalDate } from '../domain/timeline/local-date.js';
import { StageLawsStore, type StoredStage } from './stage-laws.store.js';
import type { ForecastDto } from './timeline.dto.js';

export interface ForecastQuestion {
  readonly plan: InterviewPlanContent;
  readonly department: string;
  readonly calendar: BusinessCalendar;
  readonly asOf: LocalDate;
  readonly position: ActualLine['standsIn'];
}

/** When to expect a decision, by the laws learned in the background: the department's own where it has enough of a past. */
@Injectable()
export class ForecastService {
  constructor(private readonly laws: StageLawsStore) {}

  async forecast(actor: Actor, question: ForecastQuestion): Promise<ForecastDto> {
    const { plan, department, calendar, asOf, position } = question;
    const keys = [...plan.rounds.map((round) => round.key), DECISION_STAGE];
    const { stages, learnedAt } = await this.laws.ofRounds(keys, department);
    const laws = (unit: ForecastUnit) => stagesFromLearned(plan, (round) => stageOf(stages, round, unit)?.learned, unit);
    const history: ForecastHistory = {
      plan,
      asOf,
      calendar,
      inBusinessDays: laws('business_days'),
      inCalendarDays: () => laws('calendar_days'),
    };
    const found = forecastDecision(history, position.enteredOn > asOf ? { ...position, enteredOn: asOf } : position);
    return { ...present(actor, found, plan, stages), learnedAt };
  }
}

/** The department's own law; the whole organisation's where the department's past is too thin. */
function stageOf(stages: readonly StoredStage[], round: string, unit: ForecastUnit): StoredStage | undefined {
  const known = stages.filter((stage) => stage.round === round && stage.unit === unit);
  const whole = known.find((stage) => stage.family === null);
  return known.find((stage) => stage.family !== null && enough(stage.learned)) ?? whole;
}

const enough = (learned: LearnedStage) => learned.law !== null;

function present(actor: Actor, found: DecisionForecast, plan: InterviewPlanContent, stored: readonly StoredStage[]): Omit<ForecastDto, 'learnedAt'> {
  const nameOf = (round: string) => plan.rounds.find((one) => one.key === round)?.name ?? null;
  return {
    ...found,
    stages: found.stages.map(({ round, basis, medianDays, advanced, ended, open, longest }) => ({
      round,
      name: nameOf(round) ?? DECISION_STAGE,
      basis,
      medianDays,
      advanced,
      ended,
      open,
      longestDays: longest,
      family: stageOf(stored, round, found.unit)?.family ?? null,
    })),
    reasons: found.reasons.map((reason) => {
      const round = 'round' in reason.params ? reason.params.round : null;
      const words = forecastReasonWords(reason, round === null ? null : nameOf(round), actor.locale);
      return { code: reason.code, round, params: { ...reason.params }, words };
    }),
  };
}
