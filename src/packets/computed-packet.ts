import { debriefPolicy, type DebriefPolicy, type DebriefSettings } from '../domain/debrief/debrief-policy.js';
import { panelPacket, type PanelCardState } from '../domain/debrief/panel-packet.js';
import { stepWords, type Locale, type StepNames } from '../domain/debrief/step-words.js';
import type { SignalNeeds } from '../domain/next-signal/signal-need.js';
import { signalNeeds } from '../domain/next-signal/signal-needs.js';
import type { Packet } from '../domain/recommendation/packet.js';
import { recommend, recommendationJson, summarize } from '../domain/recommendation/recommend.js';
import type { Recommendation } from '../domain/recommendation/recommendation.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import type { CardContent } from '../domain/scorecard/scorecard.js';

/** The parts of an opened packet that the arithmetic reads, parsed. */
export interface PacketParts {
  readonly rubric: RubricContent;
  readonly settings: DebriefSettings;
  readonly cards: readonly PacketCardPart[];
  readonly rounds: readonly { readonly key: string; readonly name: string }[];
  readonly vetoes: readonly {
    readonly seat: string;
    readonly by: string;
    readonly name: string;
    readonly reason: string;
    readonly withdrawnAt: string | null;
  }[];
}

export interface PacketCardPart {
  readonly id: string;
  readonly round: { readonly key: string; readonly name: string };
  readonly interviewer: { readonly id: string; readonly name: string };
  readonly status: 'due' | 'not_due' | 'submitted' | 'declined' | 'waived';
  readonly counted: boolean;
  readonly revision: number;
  readonly content: CardContent | null;
  readonly revisions: readonly { readonly number: number; readonly exposed: boolean; readonly content: CardContent | null }[];
}

/** What the rules make of a packet, and the texts of it that are sent: computed once for the same cards, vetoes and rubric. */
export class ComputedPacket {
  readonly input: Packet;
  readonly recommendation: Recommendation;
  readonly policy: DebriefPolicy;
  readonly names: StepNames;
  /** `"policy":…,"recommendation":…,"unexposed":…,"input":…`, without braces. */
  readonly text: string;
  /** What would make it steadier. */
  readonly needs: SignalNeeds;
  private readonly steps = new Map<Locale, string>();

  constructor(parts: PacketParts) {
    const { rubric, settings, cards, vetoes } = parts;
    const standing = vetoes.filter((veto) => veto.withdrawnAt === null).map(({ seat, by, reason }) => ({ seat, by, reason }));
    const counted = cards.filter((card) => card.counted);
    this.input = panelPacket(
      rubric,
      counted.map((card) => stateOf(card, card.content)),
      standing,
    );
    this.recommendation = recommend(this.input);
    this.needs = signalNeeds(this.input, this.recommendation);
    this.policy = debriefPolicy(settings, rubric);
    this.names = namesOf(parts);
    const blind = summarize(
      panelPacket(
        rubric,
        counted.map((card) => stateOf(card, unexposedContent(card))),
        standing,
      ),
    );
    const unexposed = { outcome: blind.outcome, deciding: blind.deciding, differs: blind.outcome !== this.recommendation.outcome };
    this.text = `"policy":${JSON.stringify(this.policy)},"recommendation":${recommendationJson(this.recommendation)},"unexposed":${JSON.stringify(unexposed)},"input":${JSON.stringify(this.input)}`;
  }

  /** The steps in words, as JSON. */
  stepsIn(locale: Locale): string {
    const known = this.steps.get(locale);
    if (known !== undefined) return known;
    const text = JSON.stringify(
      this.recommendation.steps.map((step) => ({ code: step.code, params: step.params, words: stepWords(step, this.names, locale) })),
    );
    this.steps.set(locale, text);
    return text;
  }
}

function stateOf({ id, round, interviewer, status }: PacketCardPart, content: CardContent | null): PanelCardState {
  const owed = status === 'due' || status === 'not_due';
  return {
    id,
    interviewerId: interviewer.id,
    roundKey: round.key,
    status: owed ? 'assigned' : status,
    content: status === 'submitted' ? content : null,
  };
}

/** Of the last revision written before its author was shown another's card; null where there is none. */
function unexposedContent({ revision, content, revisions }: PacketCardPart): CardContent | null {
  const blind = revisions.findLast((one) => !one.exposed);
  if (!blind) return null;
  return blind.number === revision ? content : blind.content;
}

function namesOf({ rubric, cards, rounds, vetoes }: PacketParts): StepNames {
  const byKey = (items: readonly { readonly key: string; readonly name?: string }[]) =>
    Object.fromEntries(items.map(({ key, name }) => [key, name ?? key]));
  return {
    criteria: byKey(rubric.criteria),
    signals: byKey(rubric.signals),
    gates: byKey(rubric.gates),
    forms: byKey(rubric.evidenceForms),
    rounds: byKey(rounds),
    people: Object.fromEntries([...cards.map(({ interviewer }) => [interviewer.id, interviewer.name]), ...vetoes.map(({ by, name }) => [by, name])]),
  };
}
