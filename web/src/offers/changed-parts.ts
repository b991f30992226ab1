const PARTS = [
  'currency',
  'level',
  'base',
  'bonuses',
  'equity',
  'signOn',
  'relocation',
  'stipends',
  'startsOn',
  'expiresAt',
  'rates',
  'notes',
] as const;
export type PackagePart = (typeof PARTS)[number];
type Parts = Readonly<Record<PackagePart, unknown>>;

const isSame = (one: Parts, other: Parts, part: PackagePart) => JSON.stringify(one[part]) === JSON.stringify(other[part]);

/** Three states of a package: what both began with, what is typed here, and what somebody else saved. */
export interface Sides<Package extends Parts> {
  readonly base: Package;
  readonly mine: Package;
  readonly theirs: Package;
}

/** Parts that somebody else alone changed, and those that both changed and that differ now. */
export function changedParts({ base, mine, theirs }: Sides<Parts>): {
  readonly taken: readonly PackagePart[];
  readonly contested: readonly PackagePart[];
} {
  const changed = PARTS.filter((part) => !isSame(base, theirs, part));
  return {
    taken: changed.filter((part) => isSame(base, mine, part)),
    contested: changed.filter((part) => !isSame(base, mine, part) && !isSame(mine, theirs, part)),
  };
}

/** What is typed, with these parts as somebody else saved them. */
export function withTheirs<Package extends Parts>({ mine, theirs }: Sides<Package>, parts: readonly PackagePart[]): Package {
  return parts.reduce((given, part) => ({ ...given, [part]: theirs[part] }), mine);
}
