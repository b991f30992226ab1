/**
 * Why a forecast is weaker than it could be, in a sentence a recruiter reads.
 *
 * Source: `forecast-decision.ts`; product design, "Pipeline and timeline".
 */
import type { ForecastReason } from './forecast-decision.js';

type Words = (reason: ForecastReason, stage: string) => string;

const english: Words = (reason, stage) => {
  switch (reason.code) {
    case 'thin_history':
      return `${stage}: from the plan; ${reason.params.advanced} past ${reason.params.advanced === 1 ? 'case' : 'cases'} went on from here, a history needs ${reason.params.needed}.`;
    case 'longer_than_seen':
      return `${stage}: ${reason.params.days} days here already, longer than any of the past (${reason.params.longest}).`;
    case 'calendar_not_known':
      return `Counted in calendar days: the ${reason.params.calendar} calendar does not know ${reason.params.date}.`;
  }
};

const chinese: Words = (reason, stage) => {
  switch (reason.code) {
    case 'thin_history':
      return `${stage}：依计划估计；以往有 ${reason.params.advanced} 例由此进入下一步，至少需要 ${reason.params.needed} 例。`;
    case 'longer_than_seen':
      return `${stage}：已停留 ${reason.params.days} 天，比以往任何一例都长（${reason.params.longest} 天）。`;
    case 'calendar_not_known':
      return `按自然日计算：${reason.params.calendar} 日历不含 ${reason.params.date}。`;
  }
};

/**
 * @param stage the round's name; null for the time until the decision
 * @returns one sentence in the reader's language
 */
export function forecastReasonWords(reason: ForecastReason, stage: string | null, locale: 'en' | 'zh-CN'): string {
  return locale === 'zh-CN' ? chinese(reason, stage ?? '决定') : english(reason, stage ?? 'Decision');
}
