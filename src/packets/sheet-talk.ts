import type { DocumentBallot } from './packet-document.js';
import { type Block, type Section, cell } from './sheet.js';
import { type SheetContext, shortHash, toneOf, wordFor } from './sheet-context.js';

/** Ballots with every vote, and who moved between them. */
export function ballots(context: SheetContext): Section {
  const { packet, words } = context;
  const blocks = packet.ballots.map((ballot) => ballotGroup(context, ballot));
  if (packet.movements.length > 0) {
    const items = packet.movements.map(({ name, from, to }) => words.talk.movedFrom(name, context.outcome(from), context.outcome(to)));
    blocks.push({ kind: 'group', title: words.talk.moved, note: '', tags: [], blocks: [{ kind: 'list', items }] });
  }
  return { title: words.section.talk, blocks: blocks.length > 0 ? blocks : [{ kind: 'text', text: words.talk.noBallots }] };
}

function ballotGroup(context: SheetContext, ballot: DocumentBallot): Block {
  const { words } = context;
  const title = `${words.ballot[ballot.kind]}${words.and}${words.glance.round(ballot.roundNumber)}`;
  const { votes, tally } = ballot;
  if (votes === null || tally === null)
    return { kind: 'group', title, note: context.at(ballot.openedAt), tags: [], blocks: [{ kind: 'text', text: words.talk.open, tone: 'muted' }] };
  const columns = [
    { title: words.talk.voter, share: 2 },
    { title: words.talk.vote, share: 2 },
    { title: words.talk.words, share: 4 },
  ];
  const cast = votes.map((vote) => [
    cell(vote.name),
    cell(context.outcome(vote.choice), vote.choice === 'abstain' ? 'muted' : toneOf(vote.choice), true),
    cell([vote.words, ...(vote.voided === null ? [] : [words.talk.voided(vote.voided)])].filter((one) => one !== '').join('\n')),
  ]);
  const absent = (ballot.seats ?? [])
    .filter((seat) => !seat.voted)
    .map((seat) => [cell(seat.name), cell(words.notSaid, 'muted'), cell(words.talk.absent(seat.reason ?? words.notSaid), 'muted')]);
  const result = words.talk.result(context.outcome(tally.result), tally.forHire, tally.against) + (tally.tie ? ` (${words.talk.tie})` : '');
  const committee =
    tally.committeeOutcome === null ? [] : [{ kind: 'text' as const, text: words.talk.committee(context.outcome(tally.committeeOutcome)) }];
  return {
    kind: 'group',
    title,
    note: context.at(ballot.revealedAt),
    tags: [],
    blocks: [{ kind: 'text', text: result }, ...committee, { kind: 'table', columns, rows: [...cast, ...absent] }],
  };
}

/** Challenges with their threads, and vetoes. */
export function challenges(context: SheetContext): Section {
  const { packet, words } = context;
  const raised = packet.challenges.map((one): Block => {
    const said = (level: number | null) => (level === null ? words.ratings.notAssessed : String(level));
    const level =
      one.after === null ? words.challenge.levelNow(said(one.before.level)) : words.challenge.level(said(one.before.level), said(one.after.level));
    const tone = one.status === 'open' ? 'warn' : one.status === 'revised' ? 'good' : 'muted';
    return {
      kind: 'group',
      title: words.challenge.title(context.criterion(one.criterion), context.author(one.scorecardId)),
      note: `${wordFor(words.challengeReason, one.reasonCode)}${words.and}${level}`,
      tags: [cell(wordFor(words.challengeStatus, one.status), tone, true)],
      blocks: [
        { kind: 'quote', by: words.challenge.raised(one.raisedByName, context.at(one.raisedAt)), text: one.words },
        ...one.replies.map((reply) => ({
          kind: 'quote' as const,
          by: words.challenge.raised(reply.authorName, context.at(reply.saidAt)),
          text: reply.words,
        })),
        ...(one.resolution === null
          ? []
          : [
              {
                kind: 'quote' as const,
                by: words.challenge.raised(context.person(one.resolvedBy), context.at(one.resolvedAt)),
                text: one.resolution,
              },
            ]),
      ],
    };
  });
  const vetoes = packet.vetoes.map((veto): Block => {
    const withdrawn =
      veto.withdrawnAt === null
        ? [cell(words.challenge.standing, 'bad', true)]
        : [cell(words.challenge.withdrawn(context.at(veto.withdrawnAt), veto.withdrawnReason ?? ''), 'muted')];
    return {
      kind: 'group',
      title: words.challenge.veto(wordFor(words.seat, veto.seat)),
      note: '',
      tags: withdrawn,
      blocks: [{ kind: 'quote', by: words.challenge.raised(veto.name, context.at(veto.at)), text: veto.reason }],
    };
  });
  const blocks = [...raised, ...vetoes];
  return { title: words.section.challenges, blocks: blocks.length > 0 ? blocks : [{ kind: 'text', text: words.challenge.none }] };
}

/** Decisions that stand and that stood, dissents in their authors' words, and why it was opened again. */
export function decisions(context: SheetContext): Section {
  const { packet, words } = context;
  const decided = packet.decisions.map((one): Block => {
    const shown = packet.shown.find(({ inputHash, engine }) => inputHash === one.shown.inputHash && engine === one.shown.engine);
    const recommended = shown?.recommendation['outcome'];
    const facts = [
      ...(one.explanation === null ? [] : [{ label: words.decision.explanation, value: one.explanation }]),
      ...(one.level === '' ? [] : [{ label: words.decision.level, value: one.level }]),
      ...(one.conditions === '' ? [] : [{ label: words.decision.conditions, value: one.conditions }]),
      ...(one.overrideReason === null ? [] : [{ label: words.decision.override, value: one.overrideReason }]),
      ...(one.escalationReason === null ? [] : [{ label: words.decision.escalation, value: one.escalationReason }]),
      {
        label: words.decision.shownLabel,
        value: words.decision.shown(typeof recommended === 'string' ? context.outcome(recommended) : words.notSaid, shortHash(one.shown.inputHash)),
      },
    ];
    return {
      kind: 'group',
      title: context.outcome(one.outcome),
      note: words.decision.by(one.decidedByName, context.at(one.decidedAt)),
      tags: [
        one.supersededAt === null
          ? cell(words.decision.standing, toneOf(one.outcome), true)
          : cell(words.decision.superseded(context.at(one.supersededAt)), 'muted'),
        ...(one.departs ? [cell(words.glance.departs, 'warn')] : []),
      ],
      blocks: [
        { kind: 'text', text: one.rationale },
        { kind: 'facts', facts },
        ...one.dissents.map((dissent) => ({ kind: 'quote' as const, by: words.decision.dissent(dissent.authorName), text: dissent.words })),
      ],
    };
  });
  const reopened = packet.debrief.reopenings.map((one): Block => ({
    kind: 'text',
    text: words.decision.reopened(one.byName, context.at(one.at), one.reason),
  }));
  return {
    title: words.section.decisions,
    blocks: decided.length + reopened.length > 0 ? [...decided, ...reopened] : [{ kind: 'text', text: words.decision.none }],
  };
}

/** What was said, per item of the agenda. */
export function minutes(context: SheetContext): Section[] {
  const { packet, words } = context;
  if (packet.minutes.length === 0) return [];
  const blocks = packet.minutes.map((one): Block => ({
    kind: 'group',
    title: itemName(context, one.item),
    note: words.minutes.by(one.byName, context.at(one.at), one.roundNumber),
    tags: [],
    blocks: [{ kind: 'text', text: one.text }],
  }));
  return [{ title: words.section.minutes, blocks }];
}

/** `criterion:impact` by the name of the criterion; what an item is about is in the first part of its key. */
function itemName(context: SheetContext, key: string): string {
  const { agenda, separator } = context.words;
  const [kind = '', ...rest] = key.split(':');
  const about = rest.at(-1) ?? '';
  const challenge = context.packet.challenges.find(({ id }) => id === about);
  if (challenge) return `${agenda.challenge}${separator}${context.criterion(challenge.criterion)}`;
  const gate = context.packet.rubricVersion.content.gates.find((one) => one.key === about);
  const name = kind === 'gate' ? (gate?.name ?? about) : context.card(about) ? context.author(about) : context.criterion(about);
  return `${wordFor(agenda, kind) === kind ? agenda.item : wordFor(agenda, kind)}${separator}${name}`;
}
