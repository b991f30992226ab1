import { type Section, cell } from './sheet.js';
import { type SheetContext, wordFor } from './sheet-context.js';

/** Rounds as planned, as held and as decided, then the debrief's own dates. */
export function course(context: SheetContext): Section {
  const { packet, words } = context;
  const columns = [
    { title: words.course.round, share: 3 },
    { title: words.course.planned, share: 2 },
    { title: words.course.held, share: 3 },
    { title: words.course.outcome, share: 3 },
  ];
  const rows = packet.rounds.map((round) => [
    cell(round.name, 'plain', true),
    cell(context.day(round.plannedOn)),
    cell(
      round.interviews
        .map((one) => `${wordFor(words.interviewStatus, one.status)}${one.startsAt === null ? '' : `, ${context.at(one.startsAt)}`}`)
        .join('\n') || words.notSaid,
    ),
    cell(
      [
        round.outcome === null ? wordFor(words.roundStatus, round.status) : wordFor(words.roundOutcome, round.outcome),
        round.reason ?? '',
        round.decidedByName === null ? '' : words.course.by(round.decidedByName, context.at(round.decidedAt)),
      ]
        .filter((part) => part !== '')
        .join('\n'),
    ),
  ]);
  const { readyAt, decidedAt, closedAt, dueAt } = packet.debrief;
  const dates = [
    ...(readyAt === null ? [] : [words.course.ready(context.at(readyAt))]),
    ...(dueAt === null ? [] : [words.course.due(context.at(dueAt))]),
    ...(decidedAt === null ? [] : [words.course.decided(context.at(decidedAt))]),
    ...(closedAt === null ? [] : [words.course.closed(context.at(closedAt))]),
  ];
  return {
    title: words.section.course,
    blocks: [{ kind: 'table', columns, rows }, ...(dates.length > 0 ? [{ kind: 'list' as const, items: dates }] : [])],
  };
}

/** What was due when, with whom, and how it ended. */
export function timeline(context: SheetContext): Section {
  const { packet, words } = context;
  const columns = [
    { title: words.timeline.what, share: 3 },
    { title: words.timeline.holder, share: 3 },
    { title: words.timeline.due, share: 2 },
    { title: words.timeline.done, share: 2 },
    { title: words.timeline.state, share: 2 },
  ];
  const rows = packet.timeline.map((clock) => {
    const round = packet.rounds.find(({ key }) => key === clock.roundKey)?.name;
    const late = clock.state === 'late' || clock.state === 'met_late';
    return [
      cell([wordFor(words.clock, clock.key), ...(round === undefined ? [] : [round])].join(words.separator), 'plain', true),
      cell([clock.holderName ?? '', wordFor(words.clockHolder, clock.holderRole)].filter((part) => part !== '').join(words.separator)),
      cell(context.at(clock.dueAt)),
      cell(context.at(clock.stoppedAt), clock.stoppedAt === null ? 'muted' : 'plain'),
      cell(wordFor(words.clockState, clock.state), late ? 'bad' : 'plain'),
    ];
  });
  return { title: words.section.timeline, blocks: rows.length > 0 ? [{ kind: 'table', columns, rows }] : [{ kind: 'text', text: words.none }] };
}

/** Who sat where, and when. */
export function seats(context: SheetContext): Section {
  const { packet, words } = context;
  const roundOf = (interviewId: string | null) => packet.rounds.find((round) => round.interviews.some(({ id }) => id === interviewId))?.name;
  const columns = [
    { title: words.seats.who, share: 2 },
    { title: words.seats.seat, share: 4 },
    { title: words.seats.from, share: 2 },
    { title: words.seats.until, share: 2 },
  ];
  const rows = packet.seats.map((seat) => {
    const parts = [
      wordFor(words.seat, seat.kind),
      roundOf(seat.interviewId),
      seat.training === null ? undefined : wordFor(words.training, seat.training),
      seat.lead ? words.seats.lead : undefined,
      seat.standsInFor === null ? undefined : words.seats.standsIn(context.person(seat.standsInFor)),
    ];
    return [
      cell(seat.name),
      cell(parts.filter((part) => part !== undefined).join(words.separator)),
      cell(context.at(seat.from)),
      cell(context.at(seat.until), seat.until === null ? 'muted' : 'plain'),
    ];
  });
  return { title: words.section.seats, blocks: rows.length > 0 ? [{ kind: 'table', columns, rows }] : [{ kind: 'text', text: words.none }] };
}

/** The criteria with their anchors, so that a level can be read without the rubric at hand. */
export function rubric(context: SheetContext): Section {
  const { packet, words } = context;
  const { name, number, contentHash, content } = packet.rubricVersion;
  const columns = [
    { title: words.rubric.level, align: 'center' as const },
    { title: words.rubric.anchor, share: 1 },
  ];
  const groups = content.criteria.map((criterion) => ({
    kind: 'group' as const,
    title: criterion.name,
    tags: [],
    note: `${words.ratings.weight} ${context.figure(criterion.weight ?? 1)}${criterion.required ? `${words.and}${words.ratings.required}` : ''}`,
    blocks: [
      { kind: 'text' as const, text: criterion.description },
      {
        kind: 'table' as const,
        columns,
        rows: criterion.anchors.map((anchor) => [
          cell(String(anchor.level), context.shade(anchor.level), true),
          cell(`${content.scale.labels[anchor.level - 1] ?? ''}: ${anchor.description}`),
        ]),
      },
    ],
  }));
  return {
    title: words.section.rubric,
    note: words.rubric.note,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.rubric.facts, value: words.glance.version(name, number) },
          { label: words.rubric.hash, value: contentHash ?? words.notSaid },
        ],
      },
      ...groups,
    ],
  };
}

/** The hashes, and how to compute everything again. */
export function proof(context: SheetContext): Section {
  const { packet, words } = context;
  const { engine, inputHash } = packet.recommendation;
  const columns = [
    { title: words.proof.first, share: 2 },
    { title: words.proof.outcome, share: 2 },
    { title: words.proof.engine, align: 'right' as const },
    { title: words.proof.hash, share: 4 },
  ];
  const rows = packet.shown.map((one) => {
    const outcome = one.recommendation['outcome'];
    return [
      cell(context.at(one.firstShownAt)),
      cell(typeof outcome === 'string' ? context.outcome(outcome) : words.notSaid),
      cell(String(one.engine)),
      cell(one.inputHash),
    ];
  });
  return {
    title: words.section.proof,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.proof.engine, value: String(engine) },
          { label: words.proof.hash, value: inputHash },
        ],
      },
      { kind: 'text', text: words.proof.text },
      ...(rows.length > 0
        ? [{ kind: 'group' as const, title: words.proof.shown, note: '', tags: [], blocks: [{ kind: 'table' as const, columns, rows }] }]
        : []),
    ],
  };
}
