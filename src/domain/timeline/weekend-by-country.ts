/**
 * The days a country rests every week. Saturday and Sunday, unless listed here.
 *
 * Source: Unicode CLDR 48 supplemental weekData, with three corrections where CLDR describes the printed calendar rather
 * than the office: India's central government works five days, and Bangladesh and the Maldives rest on Friday and Saturday.
 * An organisation that works otherwise sets its own weekend.
 */
import type { IsoWeekday } from './local-date.js';

const FRIDAY_SATURDAY = ['BD', 'BH', 'DZ', 'EG', 'IL', 'IQ', 'JO', 'KW', 'LY', 'MV', 'OM', 'QA', 'SA', 'SD', 'SY', 'YE'];

/** The weekend of a country, ISO weekdays. @param code ISO 3166-1 alpha-2, a subdivision after a dash is ignored */
export function weekendOf(code: string): readonly IsoWeekday[] {
  const country = code.slice(0, 2).toUpperCase();
  if (FRIDAY_SATURDAY.includes(country)) return [5, 6];
  if (country === 'IR') return [5];
  if (country === 'UG') return [7];
  return [6, 7];
}
