/**
 * A member name that is almost a known one is taken for a typing error, which must not pass as an absent value; any other
 * unknown name is somebody's own note and is left alone.
 *
 * Source: optimal string alignment distance (Damerau 1964), as spelling correctors use it.
 */

/** The known name that `name` was probably meant to be, or null. Letter case and punctuation do not count. */
export function nearMiss(name: string, known: readonly string[]): string | null {
  const plain = plainName(name);
  const close = (other: string): boolean => {
    const target = plainName(other);
    if (Math.abs(target.length - plain.length) > 2) return false;
    return distance(plain, target) <= (target.length < 5 ? 0 : target.length < 9 ? 1 : 2);
  };
  return known.find(close) ?? null;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Letters to insert, drop, replace or swap with their neighbour. */
function distance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_none, at) => at)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1];
      let least = Math.min(cell(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, cell(i - 1, j - 1) + (same ? 0 : 1));
      if (left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) least = Math.min(least, cell(i - 2, j - 2) + 1);
      row[j] = least;
    }
  }
  return cell(left.length, right.length);
}
