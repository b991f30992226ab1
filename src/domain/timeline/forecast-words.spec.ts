import type { ForecastReason } from './forecast-decision.js';
import { forecastReasonWords } from './forecast-words.js';

const REASONS: readonly ForecastReason[] = [
  { code: 'thin_history', params: { round: 'screen', advanced: 3, needed: 10 } },
  { code: 'longer_than_seen', params: { round: 'screen', days: 31, longest: 20 } },
  { code: 'calendar_not_known', params: { calendar: 'CN', date: '2027-01-04' } },
];

describe('why a forecast is weak', () => {
  it('is said in a sentence that holds every figure, in both languages', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      for (const reason of REASONS) {
        const words = forecastReasonWords(reason, 'Screen', locale);
        for (const figure of Object.values(reason.params).filter((value) => value !== 'screen')) expect(words).toContain(String(figure));
      }
    }
    expect(REASONS.map((reason) => forecastReasonWords(reason, null, 'en').startsWith('Decision'))).toEqual([true, true, false]);
  });
});
