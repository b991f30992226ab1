/**
 * Where an offer stands against its band and what it still takes, in sentences: the same facts as the data beside them, for whoever reads the answer
 * without a screen.
 *
 * Source: product design, issue on offers: "what it takes to get one outside the band".
 */
import type { ApprovalNeed, Requirement } from './approval-rules.js';
import type { BandCheck, PartCheck } from './band-check.js';

const WHY = {
  no_bands: 'The job has no bands: nothing says what is usual.',
  no_band_for_level: 'The job has no band for this level.',
  no_rate: 'The band is in another currency and no rate is recorded: not comparable.',
} as const;

const PARTS = { base: 'Base pay', bonus: 'The yearly bonus', equity: 'Equity' } as const;
const MEASURES = { money: '', percent_of_base: ' % of base', units: ' units', percent_of_shares: ' % of the shares' } as const;
const SEATS = { offer_approver: 'offer approver', hiring_manager: 'hiring manager' } as const;

function partWords(part: PartCheck, currency: string): string {
  const unit = (figure: string) => (part.measure === 'money' ? `${currency} ${figure}` : figure + MEASURES[part.measure]);
  if (part.standing === 'not_comparable') return `${PARTS[part.part]} is not stated in the measure of the band: not comparable.`;
  const range = part.maximum === null ? `from ${unit(part.minimum)}` : `${unit(part.minimum)} to ${unit(part.maximum)}`;
  const ratio = part.compaRatio === null ? '' : `, ${part.compaRatio} of its midpoint`;
  if (part.by === null) return `${PARTS[part.part]} is within the band (${range})${ratio}.`;
  return `${PARTS[part.part]} is ${unit(part.by)} ${part.standing} the band (${range})${ratio}.`;
}

/** In: a check. Out: one sentence for each part, or why there is none. */
export function checkWords(check: BandCheck): readonly string[] {
  if (check.why) return [WHY[check.why]];
  const currency = check.band?.currency ?? '';
  const { rate } = check;
  const by = rate ? [`Read at 1 ${rate.from} = ${rate.rate} ${rate.to} (${rate.source}, ${rate.asOf}).`] : [];
  return [...check.parts.map((part) => partWords(part, currency)), ...by];
}

function needWords({ seat, count }: ApprovalNeed): string {
  return count === 1 ? `one ${SEATS[seat]}` : `${count} people as ${SEATS[seat]}`;
}

/** In: what is required, what of it is missing, whether words were given. Out: what it still takes, in sentences; empty where nothing is missing. */
export function missingWords(requirement: Requirement, missing: readonly ApprovalNeed[], reasonGiven: boolean): readonly string[] {
  const reason = requirement.reasonRequired && !reasonGiven ? ['Say in words why the offer leaves the band.'] : [];
  const approvals = missing.length === 0 ? [] : [`Missing: the approval of ${missing.map(needWords).join(' and of ')}.`];
  return [...reason, ...approvals];
}
