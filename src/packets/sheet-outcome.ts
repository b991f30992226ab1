import { type Block, type Cell, type Column, type Section, cell } from './sheet.js';
import { type SheetContext, toneOf, wordFor } from './sheet-context.js';

/** What came out, in three boxes, and what it is about. */
export function glance(context: SheetContext): Section {
  const { packet, words } = context;
  const { recommendation, unexposed, decisions } = packet;
  const signal = packet.rubricVersion.content.signals.find(({ key }) => key === recommendation.deciding.key)?.name;
  const value = words.glance.value(
    signal ?? (recommendation.deciding.key === 'overall' ? words.glance.overall : recommendation.deciding.key),
    context.figure(recommendation.deciding.value),
  );
  const standing = decisions.findLast((one) => one.supersededAt === null);
  const decision = standing
    ? {
        value: context.outcome(standing.outcome),
        detail:
          words.glance.decidedBy(standing.decidedByName, context.at(standing.decidedAt)) +
          (standing.departs ? `${words.and}${words.glance.departs}` : ''),
        tone: toneOf(standing.outcome),
      }
    : { value: words.glance.undecided, detail: words.glance.undecidedDetail(wordFor(words.state, packet.debrief.state)), tone: 'muted' as const };
  return {
    title: words.section.glance,
    blocks: [
      {
        kind: 'banner',
        items: [
          { label: words.glance.recommendation, value: context.outcome(recommendation.outcome), detail: value, tone: toneOf(recommendation.outcome) },
          {
            label: words.glance.unexposed,
            value: context.outcome(unexposed.outcome),
            detail: unexposed.differs ? words.glance.differs : words.glance.same,
            tone: toneOf(unexposed.outcome),
          },
          { label: words.glance.decision, ...decision },
        ],
      },
      about(context),
    ],
  };
}

function about(context: SheetContext): Block {
  const { packet, words } = context;
  const counted = packet.cards.filter((card) => card.counted);
  const { application, job, candidate, rubricVersion, debrief, policy } = packet;
  return {
    kind: 'facts',
    facts: [
      { label: words.glance.candidate, value: candidate.name },
      { label: words.glance.job, value: [job.title, job.department, job.location].filter((part) => part !== '').join(words.and) },
      {
        label: words.glance.application,
        value: [wordFor(words.applicationStatus, application.status), words.glance.started(context.at(application.startedAt))].join(words.and),
      },
      { label: words.glance.debrief, value: [wordFor(words.state, debrief.state), words.glance.round(debrief.roundNumber)].join(words.and) },
      { label: words.glance.decider, value: wordFor(words.decider, policy.decider) },
      { label: words.glance.cards, value: words.glance.cardCount(counted.filter((card) => card.status === 'submitted').length, counted.length) },
      { label: words.glance.rubric, value: words.glance.version(rubricVersion.name, rubricVersion.number) },
      { label: words.glance.times, value: job.timeZone },
    ],
  };
}

/** Beyond that many raters a table does not fit a page. */
const MOST_COLUMNS = 5;

/** Criterion by interviewer, so that a split is seen at once. */
export function ratings(context: SheetContext): Section {
  const { packet, words } = context;
  const cards = packet.cards.filter((card) => card.counted && card.content !== null);
  const tables: Block[] = [];
  for (let first = 0; first === 0 || first < cards.length; first += MOST_COLUMNS)
    tables.push(ratingsTable(context, cards.slice(first, first + MOST_COLUMNS)));
  return { title: words.section.ratings, note: words.ratings.legend, blocks: cards.length === 0 ? [{ kind: 'text', text: words.none }] : tables };
}

function ratingsTable(context: SheetContext, cards: SheetContext['packet']['cards']): Block {
  const { packet, words } = context;
  const columns: Column[] = [
    { title: words.ratings.criterion, share: 2.3 },
    { title: words.ratings.weight, align: 'right' },
    ...cards.map((card) => ({
      title: `${card.interviewer.name}${card.exposed ? '\u00a0*' : ''}\n${card.round.name}`,
      share: 1.6,
      align: 'center' as const,
    })),
    { title: words.ratings.mean, align: 'right' },
  ];
  const rows = packet.rubricVersion.content.criteria.map((criterion): Cell[] => [
    cell(criterion.required ? `${criterion.name}\u00a0†` : criterion.name),
    cell(context.figure(criterion.weight ?? 1)),
    ...cards.map((card) => {
      const level = card.content?.ratings.find((one) => one.criterion === criterion.key)?.level;
      if (level === undefined) return cell(words.notSaid, 'muted');
      return level === null ? cell(words.ratings.notAssessed, 'muted') : cell(String(level), context.shade(level), true);
    }),
    cell(context.figure(packet.recommendation.criteria.find(({ key }) => key === criterion.key)?.mean ?? null), 'plain', true),
  ]);
  const verdicts = cards.map((card) =>
    card.content?.verdict ? cell(context.outcome(card.content.verdict), toneOf(card.content.verdict)) : cell(words.notSaid, 'muted'),
  );
  return { kind: 'table', shaded: true, columns, rows: [...rows, [cell(words.ratings.verdict, 'plain', true), cell(''), ...verdicts, cell('')]] };
}
