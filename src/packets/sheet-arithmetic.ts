import { type Block, type Section, cell } from './sheet.js';
import { type SheetContext, toneOf, wordFor } from './sheet-context.js';

/** The steps in words, then signals and gates with their figures. */
export function arithmetic(context: SheetContext): Section {
  const { packet, words } = context;
  const blocks: Block[] = [{ kind: 'steps', items: packet.steps.map((step) => step.words) }];
  const { signals, gates } = packet.recommendation;
  const named = packet.rubricVersion.content;
  if (signals.length > 0) {
    const hasQuadrant = signals.some((one) => one.quadrant !== undefined);
    const columns = [
      { title: words.arithmetic.signal, share: 3 },
      { title: words.arithmetic.kind, share: 3 },
      { title: words.arithmetic.value, align: 'right' as const },
      ...(hasQuadrant ? [{ title: words.arithmetic.quadrant, share: 2 }] : []),
    ];
    const rows = signals.map(({ key, kind, value, quadrant }) => [
      cell(named.signals.find((one) => one.key === key)?.name ?? key),
      cell(words.arithmetic.kinds[kind]),
      cell(context.figure(value), 'plain', true),
      ...(hasQuadrant ? [cell(quadrant ?? words.notSaid)] : []),
    ]);
    blocks.push({ kind: 'table', columns, rows });
  }
  if (gates.length > 0) {
    const columns = [
      { title: words.arithmetic.gate, share: 3 },
      { title: words.arithmetic.triggered, share: 1 },
      { title: words.arithmetic.effect, share: 3 },
    ];
    const rows = gates.map(({ key, triggered, effect }) => [
      cell(named.gates.find((one) => one.key === key)?.name ?? key),
      cell(triggered ? words.yes : words.no, triggered ? 'warn' : 'muted', triggered),
      cell(words.gateEffect[effect]),
    ]);
    blocks.push({ kind: 'table', columns, rows });
  }
  return { title: words.section.arithmetic, note: words.arithmetic.note, blocks };
}

/** What would change it. */
export function steadiness(context: SheetContext): Section {
  const { packet, words } = context;
  const { stability, contradictions, outcome } = packet.recommendation;
  const { minimumFlips: flips, leaveOneOut, influence, weights } = stability;
  const unflipped = outcome === 'insufficient_evidence' ? words.stability.waits : words.stability.noFlips;
  const blocks: Block[] = [{ kind: 'text', text: flips ? words.stability.flips(flips.count, context.outcome(flips.outcome)) : unflipped }];
  if (flips)
    blocks.push({
      kind: 'list',
      items: flips.changes.map((change) =>
        words.stability.change(context.author(change.scorecard), context.criterion(change.criterion), change.from, change.to),
      ),
    });
  if (leaveOneOut.length > 0) {
    const columns = [
      { title: words.stability.card, share: 3 },
      { title: words.stability.outcome, share: 2 },
      { title: words.stability.deciding, align: 'right' as const },
      { title: words.stability.influence, align: 'right' as const },
    ];
    const rows = leaveOneOut.map((without, at) => [
      cell(`${context.author(without.scorecard)}${words.and}${context.card(without.scorecard)?.round.name ?? ''}`),
      cell(context.outcome(without.outcome), without.outcome === outcome ? 'plain' : toneOf(without.outcome), without.outcome !== outcome),
      cell(context.figure(without.deciding)),
      cell(signed(context, influence[at]?.value ?? null)),
    ]);
    blocks.push({ kind: 'table', columns, rows });
  }
  if (weights.length > 0) {
    const items = weights.map((one) =>
      words.stability.weight(context.criterion(one.criterion), context.figure(one.from), context.figure(one.to), context.outcome(one.outcome)),
    );
    blocks.push({ kind: 'group', title: words.stability.weights, note: '', tags: [], blocks: [{ kind: 'list', items }] });
  }
  if (contradictions.length > 0) {
    const items = contradictions.map(({ kind, scorecard }) => words.contradiction[kind](scorecard === undefined ? '' : context.author(scorecard)));
    blocks.push({ kind: 'group', title: words.stability.contradictions, note: '', tags: [], blocks: [{ kind: 'list', items }] });
  }
  return { title: words.section.stability, blocks };
}

function signed(context: SheetContext, value: number | null): string {
  const figure = context.figure(value);
  return value !== null && value > 0 ? `+${figure}` : figure.replace('-', '−');
}

/** The plan; no section once it is decided. */
export function nextSignal(context: SheetContext): Section[] {
  const { packet, words } = context;
  if (packet.nextSignal === null) return [];
  const { needs, followUps } = packet.nextSignal;
  const blocks: Block[] = [];
  if (needs.length > 0) {
    const columns = [
      { title: words.next.criterion, share: 2 },
      { title: words.next.why, share: 3 },
      { title: words.next.where, share: 2 },
      { title: words.next.who, share: 3 },
    ];
    const rows = needs.map((need) => [
      cell(context.criterion(need.criterion), 'plain', true),
      cell(need.reasons.map((reason) => reasonOf(context, reason)).join('\n')),
      cell(
        need.round === null
          ? words.next.nowhere
          : need.round.how === 'to_come'
            ? words.next.toCome(need.round.name)
            : words.next.again(need.round.name),
      ),
      cell(
        need.interviewers.length === 0
          ? words.next.nobody
          : need.interviewers.map((one) => words.next.from(one.name, context.day(one.freeOn))).join('\n'),
        need.interviewers.length === 0 ? 'muted' : 'plain',
      ),
    ]);
    blocks.push({ kind: 'table', columns, rows });
  }
  const items = followUps.map((one) =>
    one.kind === 'card'
      ? words.next.owesCard(context.person(one.interviewer))
      : words.next.owesEvidence(context.person(one.interviewer), context.criterion(one.criterion)),
  );
  if (items.length > 0) blocks.push({ kind: 'list', items });
  if (blocks.length === 0) blocks.push({ kind: 'text', text: words.next.steady });
  return [{ title: words.section.next, blocks }];
}

type Reason = NonNullable<SheetContext['packet']['nextSignal']>['needs'][number]['reasons'][number];

function reasonOf(context: SheetContext, reason: Reason): string {
  const { next, outcome } = context.words;
  switch (reason.kind) {
    case 'raters':
      return next.raters(reason.have, reason.need);
    case 'deciding':
      return next.deciding;
    case 'one_card_decides':
      return next.one_card_decides(context.author(reason.scorecard), wordFor(outcome, reason.outcome));
    case 'few_steps_flip':
      return next.few_steps_flip(reason.count, wordFor(outcome, reason.outcome));
  }
}
