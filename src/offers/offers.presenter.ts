import { offerAbilities } from '../domain/abilities/offer-abilities.js';
import type { Actor } from '../domain/actor.js';
import { type GivenApproval, missingApprovals, type Requirement, requirementOf } from '../domain/offer/approval-rules.js';
import { type BandCheck, checkBand } from '../domain/offer/band-check.js';
import { comparePackage, type ComparedPackage, yearsOfAll } from '../domain/offer/offer-comparison.js';
import type { OfferPackage } from '../domain/offer/offer-package.js';
import { checkWords, missingWords } from '../domain/offer/offer-words.js';
import type { JobPay } from './job-pay.reader.js';
import type { ComparedPackageDto, OfferComparisonDto } from './offer-comparison.dto.js';
import type { OfferPackageDto } from './offer-package.dto.js';
import type { BandCheckDto, OfferDto, OfferRequirementDto } from './offers.dto.js';
import type { OfferRow } from './offers.reader.js';

export function packageDto(given: OfferPackage): OfferPackageDto {
  return {
    ...given,
    bonuses: [...given.bonuses],
    equity: given.equity.map(({ vesting, ...one }) => ({
      ...one,
      vesting: { ...vesting, yearlyPercents: vesting.yearlyPercents && [...vesting.yearlyPercents] },
    })),
    stipends: [...given.stipends],
    rates: [...given.rates],
  };
}

function checkDto(check: BandCheck): BandCheckDto {
  return { ...check, parts: [...check.parts], words: [...checkWords(check)] };
}

function requirementDto(row: OfferRow, requirement: Requirement, given: readonly GivenApproval[]): OfferRequirementDto {
  const missing = missingApprovals(requirement, given);
  const words = missingWords(requirement, missing, row.pinned !== null);
  return { ...requirement, pinned: row.pinned !== null, needs: [...requirement.needs], missing: [...missing], words: [...words] };
}

/** A draft is checked by the bands and rules as they stand, anything later by those it was submitted under. */
export function presentOffer(actor: Actor, row: OfferRow, pay: JobPay): OfferDto {
  const { bandCheck, pinned, jobSeats, approvals, revisions, counters, ...rest } = row;
  const check = bandCheck ?? checkBand(row.package, pay.bands);
  const requirement = pinned ?? requirementOf(pay.rules, check);
  const given = approvals.filter((one) => one.verdict === 'approved' && one.voidedAt === null).map(({ by, seat }) => ({ userId: by.id, seat }));
  const facts = { status: row.status, needs: requirement.needs, approvals: given, submittedBy: row.submittedBy?.id ?? null };
  return {
    ...rest,
    package: packageDto(row.package),
    check: checkDto(check),
    requirement: requirementDto(row, requirement, given),
    approvals: [...approvals],
    revisions: revisions.map((one) => ({ ...one, package: packageDto(one.package) })),
    counters: counters.map((one) => ({ ...one, package: packageDto(one.package) })),
    abilities: offerAbilities({ userId: actor.userId, siteRole: actor.siteRole, jobSeats }, facts),
  };
}

type Labelled = Pick<ComparedPackageDto, 'kind' | 'roundNumber' | 'revision' | 'employer'> & { readonly package: OfferPackage };

/** The package on the table first, then the last of each earlier round, then what the candidate and others said, the latest first. */
export function presentComparison(row: OfferRow): OfferComparisonDto {
  const own = row.revisions.map(({ number, roundNumber, package: given }) => ({ revision: number, roundNumber, package: given, employer: '' }));
  const [table, ...before] = own;
  if (!table) throw new Error('an offer without a revision');
  const lastOfRound = before.filter((one, index) => one.roundNumber < table.roundNumber && before[index - 1]?.roundNumber !== one.roundNumber);
  const labelled: Labelled[] = [
    { kind: 'table', ...table },
    ...lastOfRound.map((one) => ({ kind: 'earlier', ...one })),
    ...row.counters.map(({ kind, roundNumber, employer, package: given }) => ({ kind, roundNumber, employer, revision: null, package: given })),
  ];
  const years = yearsOfAll(labelled.map((one) => one.package));
  const packages = labelled.map(({ package: given, ...label }) => comparedDto(label, comparePackage(given, table.package, years)));
  return { offerId: row.id, currency: table.package.currency, years, packages };
}

function comparedDto(label: Omit<Labelled, 'package'>, compared: ComparedPackage): ComparedPackageDto {
  const { conversion, against, grants, uncounted, years, ...rest } = compared;
  return {
    ...label,
    ...rest,
    years: [...years],
    grants: grants.map(({ name, years: each }) => ({ name, years: [...each] })),
    uncounted: uncounted.map((one) => ({ ...one, percentByYear: one.percentByYear && [...one.percentByYear] })),
    conversion: conversion.kind,
    rate: conversion.kind === 'by_rate' ? conversion.rate : null,
    against: against && { years: [...against.years], whole: against.whole },
  };
}
