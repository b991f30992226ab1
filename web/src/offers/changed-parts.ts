import type { OfferPackage } from './queries';

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

/** Which parts somebody else changed meanwhile. */
export function changedParts(before: OfferPackage, after: OfferPackage): (typeof PARTS)[number][] {
  return PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}
