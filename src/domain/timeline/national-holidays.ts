/**
 * China follows its State Council's notices, the United States its federal holidays, every other country its rules.
 *
 * Sources: `chinese-holidays.ts`, `us-federal-holidays.ts`, `rule-holidays.ts`.
 */
import { invalid } from '../refusal.js';
import { chineseHolidays } from './chinese-holidays.js';
import type { NationalHolidays } from './holiday-source.js';
import { ruleHolidays } from './rule-holidays.js';
import { usFederalHolidays } from './us-federal-holidays.js';

/**
 * The holidays of a country.
 * @param code ISO 3166-1 alpha-2 (`CN`, `US`, `DE`), outside China and the US also with a subdivision (`DE-BY`, `GB-SCT`)
 * @throws Refusal `validation_failed` at `pointer` for a country or subdivision nobody publishes
 */
export function nationalHolidays(code: string, pointer = '/country'): NationalHolidays {
  const country = code.toUpperCase();
  if (country === 'CN') return chineseHolidays;
  if (country === 'US') return usFederalHolidays;
  const found = /^(CN|US)-/.test(country) ? null : ruleHolidays(country);
  if (found) return found;
  throw invalid([{ pointer, code: 'country', detail: `no holiday calendar is known for "${code}"` }]);
}
