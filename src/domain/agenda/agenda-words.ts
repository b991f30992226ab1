/**
 * The agenda in words, in the reader's language, with the names people know in place of keys and ids. Numbers are cut to
 * three decimals; the exact ones stand in the item itself.
 *
 * Source: product design, "Application and debrief life" (each item says why it is there and what it could change).
 */
import type { Locale, StepNames } from '../debrief/step-words.js';
import type { AgendaChange, AgendaReason, ChangeCode, ChangeOf, ReasonCode, ReasonOf } from './agenda-item.js';

type Words<Code extends string, Params extends Record<Code, unknown>> = { readonly [C in Code]: (params: Params[C], names: StepNames) => string };
type ReasonWords = Words<ReasonCode, { [C in ReasonCode]: ReasonOf<C>['params'] }>;
type ChangeWords = Words<ChangeCode, { [C in ChangeCode]: ChangeOf<C>['params'] }>;

/** Why an item is there. In: the reason, the names, the language. Out: one sentence. Total. */
export function reasonInWords(reason: AgendaReason, names: StepNames, locale: Locale): string {
  return sayReason(locale === 'zh-CN' ? REASONS_ZH : REASONS_EN, reason, names);
}

/** What settling an item could change. In: the change, the language. Out: one sentence. Total. */
export function changeInWords(change: AgendaChange, names: StepNames, locale: Locale): string {
  return sayChange(locale === 'zh-CN' ? CHANGES_ZH : CHANGES_EN, change, names);
}

function sayReason<C extends ReasonCode>(words: ReasonWords, reason: ReasonOf<C>, names: StepNames): string {
  return words[reason.code](reason.params, names);
}

function sayChange<C extends ChangeCode>(words: ChangeWords, change: ChangeOf<C>, names: StepNames): string {
  return words[change.code](change.params, names);
}

function figure(value: number): string {
  return String(Number(value.toFixed(3)));
}

function named(names: Readonly<Record<string, string>>, key: string | null, unknown = ''): string {
  if (key === null) return unknown;
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
}

const OUTCOME_EN: Readonly<Record<string, string>> = {
  strong_hire: 'strong hire',
  hire: 'hire',
  no_hire: 'no hire',
  strong_no_hire: 'strong no hire',
};
const OUTCOME_ZH: Readonly<Record<string, string>> = {
  strong_hire: '强烈建议录用',
  hire: '建议录用',
  no_hire: '不建议录用',
  strong_no_hire: '强烈不建议录用',
};

const CHALLENGE_EN: Readonly<Record<string, string>> = {
  no_decision_evidence: 'no evidence of a decision',
  jargon: 'jargon',
  missing_evidence: 'missing evidence',
  anchor_mismatch: 'it does not match the anchor',
  contradicts_other_round: 'it contradicts another round',
  possible_bias: 'possible bias',
  other: 'another reason',
};
const CHALLENGE_ZH: Readonly<Record<string, string>> = {
  no_decision_evidence: '没有决策证据',
  jargon: '仅有行话',
  missing_evidence: '缺少证据',
  anchor_mismatch: '与等级锚点不符',
  contradicts_other_round: '与其他轮次矛盾',
  possible_bias: '可能存在偏见',
  other: '其他原因',
};

const outcomeEn = (outcome: string | null): string => (outcome === null ? 'no outcome yet' : (OUTCOME_EN[outcome] ?? outcome));
const outcomeZh = (outcome: string | null): string => (outcome === null ? '尚无结果' : `“${OUTCOME_ZH[outcome] ?? outcome}”`);
const personEn = (names: StepNames, id: string | null): string => named(names.people, id, 'an interviewer');
const personZh = (names: StepNames, id: string | null): string => named(names.people, id, '一位面试官');
const levelEn = (level: number | null): string => (level === null ? 'not assessed' : `level ${level}`);
const levelZh = (level: number | null): string => (level === null ? '未评估' : `${level} 级`);
const valueEn = (low: number, high: number): string => (low === high ? `stays ${figure(low)}` : `runs from ${figure(low)} to ${figure(high)}`);
const valueZh = (low: number, high: number): string => (low === high ? `保持 ${figure(low)}` : `从 ${figure(low)} 变到 ${figure(high)}`);

const REASONS_EN: ReasonWords = {
  raters_disagree: (p, n) =>
    `${named(n.criteria, p.criterion)}: the levels ${p.levels.join(', ')} differ; on average they are ${figure(p.averageDeviation)} from the median ${figure(p.median)}, ${Math.round(p.disagreement * 100)} % of the most there can be.`,
  no_deciding_value: (p, n) => `${p.key === 'overall' ? 'The overall value' : named(n.signals, p.key)} decides and has no value.`,
  too_few_raters: (p, n) => `${named(n.criteria, p.criterion)} has ${p.have} of the ${p.need} raters it needs.`,
  nobody_rated: (p, n) => `Nobody rated ${named(n.criteria, p.criterion)} (weight ${figure(p.weight)}).`,
  card_missing: (p, n) => `The card of ${personEn(n, p.interviewer)} is missing.`,
  evidence_missing: (p, n) => `${personEn(n, p.interviewer)} rated ${named(n.criteria, p.criterion)} without the evidence it needs.`,
  gate_triggered: (p, n) =>
    `The gate "${named(n.gates, p.gate)}" is triggered${p.effect === 'cap_no_hire' ? ': nothing above no hire is allowed' : ''}.`,
  verdict_against_scores: (p, n) =>
    `${personEn(n, p.interviewer)} says ${outcomeEn(p.verdict)}, but the card's own scores say ${outcomeEn(p.scores)} (${figure(p.value)}).`,
  verdicts_split: (p) => `The verdicts are split: ${p.forHire} for hiring, ${p.against} against.`,
  same_level_card: (p, n) => `${personEn(n, p.interviewer)} gave all ${p.ratings} ratings level ${p.level}.`,
  challenge_open: (p, n) =>
    `The rating of ${named(n.criteria, p.criterion)} by ${personEn(n, p.interviewer)} (${levelEn(p.level)}) is challenged: ${CHALLENGE_EN[p.reasonCode] ?? p.reasonCode}. No decision is made over it without a reason.`,
};

const CHANGES_EN: ChangeWords = {
  outcome_flips: (p) =>
    `Between level ${p.fromLevel} and level ${p.toLevel} the deciding value ${valueEn(p.lowValue, p.highValue)}, and the scores say ${p.low === p.high ? outcomeEn(p.low) : `${outcomeEn(p.low)} to ${outcomeEn(p.high)}`}; now they say ${outcomeEn(p.now)}.`,
  value_moves: (p) =>
    `Between level ${p.fromLevel} and level ${p.toLevel} the deciding value ${valueEn(p.lowValue, p.highValue)}; the scores say ${outcomeEn(p.outcome)} either way.`,
  nothing_moves: (p) => `However it is settled, the scores say ${outcomeEn(p.outcome)}.`,
  recommendation_waits: (p) => `Until it is settled the evidence is insufficient; without it the scores say ${outcomeEn(p.scoresSay)}.`,
  cap_lifts: (p) => `Without it the outcome would be ${outcomeEn(p.to)} in place of ${outcomeEn(p.from)}.`,
  pointed_out: () => 'It is pointed out and lowers nothing.',
  without_card: (p) =>
    `Without this card the scores say ${outcomeEn(p.outcome)}${p.value === null ? '' : ` (${figure(p.value)})`}; with it ${outcomeEn(p.now)}.`,
  verdicts_do_not_count: () => 'Verdicts are not counted in the recommendation; the ballots and the decision are where they matter.',
};

const REASONS_ZH: ReasonWords = {
  raters_disagree: (p, n) =>
    `${named(n.criteria, p.criterion)}：评分不一致（${p.levels.join('、')}），与中位数 ${figure(p.median)} 平均相差 ${figure(p.averageDeviation)}，为最大可能分歧的 ${Math.round(p.disagreement * 100)}%。`,
  no_deciding_value: (p, n) => `决定性数值${p.key === 'overall' ? '总分' : named(n.signals, p.key)}没有数值。`,
  too_few_raters: (p, n) => `${named(n.criteria, p.criterion)}需要 ${p.need} 位评分人，现有 ${p.have} 位。`,
  nobody_rated: (p, n) => `${named(n.criteria, p.criterion)}无人评分（权重 ${figure(p.weight)}）。`,
  card_missing: (p, n) => `缺少${personZh(n, p.interviewer)}的评分卡。`,
  evidence_missing: (p, n) => `${personZh(n, p.interviewer)}为${named(n.criteria, p.criterion)}评分时未附所需证据。`,
  gate_triggered: (p, n) => `门槛“${named(n.gates, p.gate)}”已触发${p.effect === 'cap_no_hire' ? '：结果最高为“不建议录用”' : ''}。`,
  verdict_against_scores: (p, n) =>
    `${personZh(n, p.interviewer)}的结论为${outcomeZh(p.verdict)}，而其评分对应${outcomeZh(p.scores)}（${figure(p.value)}）。`,
  verdicts_split: (p) => `结论不一：${p.forHire} 人赞成录用，${p.against} 人反对。`,
  same_level_card: (p, n) => `${personZh(n, p.interviewer)}的 ${p.ratings} 项评分均为 ${p.level} 级。`,
  challenge_open: (p, n) =>
    `${personZh(n, p.interviewer)}对${named(n.criteria, p.criterion)}的评分（${levelZh(p.level)}）受到质疑：${CHALLENGE_ZH[p.reasonCode] ?? p.reasonCode}。质疑未解决时，须说明理由才能做出决定。`,
};

const CHANGES_ZH: ChangeWords = {
  outcome_flips: (p) =>
    `在 ${p.fromLevel} 级到 ${p.toLevel} 级之间，决定性数值${valueZh(p.lowValue, p.highValue)}，评分结果为${p.low === p.high ? outcomeZh(p.low) : `${outcomeZh(p.low)}至${outcomeZh(p.high)}`}；现为${outcomeZh(p.now)}。`,
  value_moves: (p) =>
    `在 ${p.fromLevel} 级到 ${p.toLevel} 级之间，决定性数值${valueZh(p.lowValue, p.highValue)}；评分结果始终为${outcomeZh(p.outcome)}。`,
  nothing_moves: (p) => `无论如何处理，评分结果均为${outcomeZh(p.outcome)}。`,
  recommendation_waits: (p) => `解决之前证据不足；不计此项时评分结果为${outcomeZh(p.scoresSay)}。`,
  cap_lifts: (p) => `若无此门槛，结果将由${outcomeZh(p.from)}变为${outcomeZh(p.to)}。`,
  pointed_out: () => '仅作提示，不降低结果。',
  without_card: (p) =>
    `不计此卡时评分结果为${outcomeZh(p.outcome)}${p.value === null ? '' : `（${figure(p.value)}）`}；计入时为${outcomeZh(p.now)}。`,
  verdicts_do_not_count: () => '结论不计入建议结果；它们在表决和决定中起作用。',
};
