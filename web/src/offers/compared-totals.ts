import type { ComparedPackage, OfferComparison } from './queries';

export interface ComparedTotals {
  readonly compared: ComparedPackage;
  /** A year each, in the currency of the package on the table, to be drawn. */
  readonly years: readonly number[];
}

/** What may be drawn on one axis: what is in the table's currency, or was converted by a recorded rate. */
export function comparedTotals({ packages }: OfferComparison): ComparedTotals[] {
  const table = packages.find(({ kind }) => kind === 'table');
  return packages.flatMap((compared) => {
    if (compared.kind === 'table' || compared.conversion === 'same') return [{ compared, years: compared.years.map(({ total }) => Number(total)) }];
    const { against } = compared;
    if (!against || !table) return [];
    return [{ compared, years: table.years.map(({ total }, year) => Number(total) + Number(against.years[year]?.total ?? 0)) }];
  });
}
