/**
 * Which days a country's public holidays take out of the working week, and which weekend days it makes up for them, by
 * year. Each source says which years it covers; outside them the answer is "not known".
 *
 * Source: product design, "Pipeline and timeline".
 */
import type { LocalDate } from './local-date.js';

/** A day named by a holiday notice: off, or a weekend day worked to make up for one. */
export interface NamedDayRule {
  readonly off: boolean;
  readonly name: string;
}

/** First and last year covered, both inclusive. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

export interface NationalHolidays {
  readonly covered: YearRange;
  /** Days named for a covered year; days not named follow the weekend. */
  readonly inYear: (year: number) => ReadonlyMap<LocalDate, NamedDayRule>;
}
