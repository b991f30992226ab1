import type { MailSettings } from './queries';

export type MailKind = MailSettings['kinds'][number];

export type KindGroup = 'interviews' | 'scorecards' | 'debriefs' | 'offers' | 'duties' | 'other';

/** By what they are about; a kind of no group here comes last. */
export function byGroup(kinds: readonly MailKind[]): (readonly [KindGroup, readonly MailKind[]])[] {
  const groupOf = ({ kind }: MailKind): KindGroup => {
    if (kind.startsWith('interview.')) return 'interviews';
    if (kind.startsWith('scorecard.')) return 'scorecards';
    if (/^(debrief|ballot|challenge|decision)\./.test(kind)) return 'debriefs';
    if (kind.startsWith('offer')) return 'offers';
    return /^(duty|seat)\./.test(kind) ? 'duties' : 'other';
  };
  const groups: readonly KindGroup[] = ['interviews', 'scorecards', 'debriefs', 'offers', 'duties', 'other'];
  return groups.map((group) => [group, kinds.filter((kind) => groupOf(kind) === group)] as const).filter(([, members]) => members.length > 0);
}
