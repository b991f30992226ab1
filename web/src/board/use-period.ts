import { useMemo } from 'react';
import type { ReportPeriod } from './queries';

const DAYS = { quarter: 91, half: 182, year: 365 } as const;
export const PERIODS = ['quarter', 'half', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** Counted from the day, so that the same report is asked for once; null is from the beginning. */
export function usePeriod(chosen: Period | null): ReportPeriod {
  return useMemo(() => {
    if (chosen === null) return {};
    const from = new Date();
    from.setUTCHours(0, 0, 0, 0);
    from.setUTCDate(from.getUTCDate() - DAYS[chosen]);
    return { from: from.toISOString() };
  }, [chosen]);
}
