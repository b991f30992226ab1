/**
 * The steps of a recommendation in words, in the reader's language, with the names people know in place of keys and ids.
 * Numbers are shown as they come, cut to four decimals; the exact ones stand in the step itself.
 *
 * Source: product design, "Recommendation": steps as `{code, params}`, rendered in words by language.
 */
import type { Step, StepCode, StepOf } from '../recommendation/step.js';

export type Locale = 'en' | 'zh-CN';

/** Names by key or id; what has no name is shown by its key. */
export interface StepNames {
  readonly criteria: Readonly<Record<string, string>>;
  readonly signals: Readonly<Record<string, string>>;
  readonly gates: Readonly<Record<string, string>>;
  readonly forms: Readonly<Record<string, string>>;
  readonly rounds: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

type Words = { readonly [C in StepCode]: (params: StepOf<C>['params'], names: StepNames) => string };

/** In: a step, the names, the language. Out: one sentence. Total. */
export function stepWords(step: Step, names: StepNames, locale: Locale): string {
  return say(locale === 'zh-CN' ? CHINESE : ENGLISH, step, names);
}

function say<C extends StepCode>(words: Words, step: StepOf<C>, names: StepNames): string {
  return words[step.code](step.params, names);
}

/** At most four decimals, without trailing zeros. */
function figure(value: number): string {
  return String(Number(value.toFixed(4)));
}

function named(names: Readonly<Record<string, string>>, key: string | null, unknown = ''): string {
  if (key === null) return unknown;
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
}

function listed(names: Readonly<Record<string, string>>, keys: readonly string[], comma: string): string {
  return keys.map((key) => named(names, key)).join(comma);
}

const OUTCOME_EN: Readonly<Record<string, string>> = {
  strong_hire: 'strong hire',
  hire: 'hire',
  no_hire: 'no hire',
  strong_no_hire: 'strong no hire',
  insufficient_evidence: 'insufficient evidence',
};
const OUTCOME_ZH: Readonly<Record<string, string>> = {
  strong_hire: '强烈建议录用',
  hire: '建议录用',
  no_hire: '不建议录用',
  strong_no_hire: '强烈不建议录用',
  insufficient_evidence: '证据不足',
};
const EFFECT_EN = { cap_no_hire: 'nothing above no hire is allowed', flag: 'it is pointed out and lowers nothing' };
const EFFECT_ZH = { cap_no_hire: '结果最高为“不建议录用”', flag: '仅作提示，不降低结果' };
const POOLING_EN = { by_rater: 'every card weighs the same', by_round: 'cards are pooled inside their round first' };
const POOLING_ZH = { by_rater: '每张评分卡权重相同', by_round: '先在轮次内合并' };

function gateEn(gate: { triggered: boolean; effect: keyof typeof EFFECT_EN; gate: string }, names: StepNames, why: string): string {
  return `Gate "${named(names.gates, gate.gate)}": ${why}; ${gate.triggered ? `triggered, ${EFFECT_EN[gate.effect]}` : 'not triggered'}.`;
}

function gateZh(gate: { triggered: boolean; effect: keyof typeof EFFECT_ZH; gate: string }, names: StepNames, why: string): string {
  return `门槛“${named(names.gates, gate.gate)}”：${why}；${gate.triggered ? `已触发，${EFFECT_ZH[gate.effect]}` : '未触发'}。`;
}

function decidingName(key: string, names: StepNames, overall: string): string {
  return key === 'overall' ? overall : named(names.signals, key);
}

const ENGLISH: Words = {
  cards_counted: (p) => `Submitted cards counted: ${p.submitted}; waived or declined: ${p.waived}; missing: ${p.missing}; ${POOLING_EN[p.pooling]}.`,
  criterion_mean: (p, n) =>
    `${named(n.criteria, p.criterion)}: mean level ${figure(p.mean)} over ${p.n} ratings, which is ${figure(p.value)} on 0–1; weight ${figure(p.weight)}.`,
  criterion_mean_by_round: (p, n) =>
    `${named(n.criteria, p.criterion)}: ${p.rounds.map((round) => `${named(n.rounds, round.round)} ${figure(round.mean)} (${round.n})`).join(', ')}; mean of rounds ${figure(p.mean)}, which is ${figure(p.value)} on 0–1; weight ${figure(p.weight)}.`,
  criterion_unrated: (p, n) => `${named(n.criteria, p.criterion)}: nobody rated it; its weight ${figure(p.weight)} drops out.`,
  signal_value: (p, n) =>
    `${named(n.signals, p.signal)}: ${p.kind === 'weakest_link' ? 'the lowest of its criteria' : 'the weighted mean of its criteria'} is ${figure(p.value)}${p.unrated.length > 0 ? ` (unrated and left out: ${listed(n.criteria, p.unrated, ', ')})` : ''}.`,
  matrix_value: (p, n) =>
    `${named(n.signals, p.signal)}: x ${figure(p.x)} against ${figure(p.xThreshold)}, y ${figure(p.y)} against ${figure(p.yThreshold)}: ${p.quadrant}; mean of the axes ${figure(p.value)}.`,
  signal_without_value: (p, n) => `${named(n.signals, p.signal)}: no value, because nothing it rests on was rated.`,
  overall_value: (p) => `Overall: the weighted mean of all rated criteria is ${figure(p.value)}.`,
  overall_without_value: () => 'Overall: no value, because nothing was rated.',
  deciding_value: (p, n) => `The deciding value is ${decidingName(p.key, n, 'the overall value')}: ${figure(p.value)}.`,
  deciding_without_value: (p, n) => `The deciding value, ${decidingName(p.key, n, 'the overall value')}, cannot be computed.`,
  threshold_met: (p) => `${figure(p.value)} meets the threshold ${figure(p.threshold)} of ${OUTCOME_EN[p.outcome]}.`,
  below_every_threshold: (p) => `${figure(p.value)} is below the lowest threshold ${figure(p.threshold)}: ${OUTCOME_EN[p.outcome]}.`,
  gate_minimum_level: (p, n) =>
    gateEn(
      p,
      n,
      `${named(n.criteria, p.criterion)} needs level ${p.level}, ${p.mean === null ? 'nobody rated it' : `its mean is ${figure(p.mean)}`}`,
    ),
  gate_minimum_evidence: (p, n) =>
    gateEn(p, n, `"${named(n.forms, p.form)}" needs ${p.need} on record, there ${p.have === 1 ? 'is' : 'are'} ${p.have}`),
  gate_quadrant: (p, n) =>
    gateEn(
      p,
      n,
      `${named(n.signals, p.signal)} ${p.quadrant === null ? 'has no quadrant' : `is "${p.quadrant}"`}, allowed are ${p.allowed.join(', ')}`,
    ),
  gate_veto: (p, n) => gateEn(p, n, p.by.length > 0 ? `a veto by ${listed(n.people, p.by, ', ')}` : p.triggered ? 'a veto' : 'no veto'),
  capped: (p, n) => `${listed(n.gates, p.gates, ', ')} lowers ${OUTCOME_EN[p.from]} to ${OUTCOME_EN[p.to]}.`,
  missing_deciding: (p, n) => `Missing: a value for ${decidingName(p.key, n, 'the overall value')}.`,
  missing_raters: (p, n) => `Missing: ${named(n.criteria, p.criterion)} has ${p.have} of ${p.need} raters it needs.`,
  missing_scorecard: (p, n) => `Missing: the card of ${named(n.people, p.interviewer, 'an interviewer')}.`,
  missing_evidence: (p, n) =>
    `Missing: ${named(n.people, p.interviewer, 'an interviewer')} rated ${named(n.criteria, p.criterion)} without the evidence it needs.`,
  outcome: (p) => `The recommendation is: ${OUTCOME_EN[p.outcome]}.`,
};

const CHINESE: Words = {
  cards_counted: (p) => `计入已提交评分卡 ${p.submitted} 张；已豁免或谢绝 ${p.waived} 张，缺 ${p.missing} 张；${POOLING_ZH[p.pooling]}。`,
  criterion_mean: (p, n) =>
    `${named(n.criteria, p.criterion)}：${p.n} 个评分的平均等级为 ${figure(p.mean)}，折合 0–1 为 ${figure(p.value)}；权重 ${figure(p.weight)}。`,
  criterion_mean_by_round: (p, n) =>
    `${named(n.criteria, p.criterion)}：${p.rounds.map((round) => `${named(n.rounds, round.round)} ${figure(round.mean)}（${round.n}）`).join('，')}；各轮平均 ${figure(p.mean)}，折合 0–1 为 ${figure(p.value)}；权重 ${figure(p.weight)}。`,
  criterion_unrated: (p, n) => `${named(n.criteria, p.criterion)}：无人评分，其权重 ${figure(p.weight)} 不计。`,
  signal_value: (p, n) =>
    `${named(n.signals, p.signal)}：${p.kind === 'weakest_link' ? '各项中的最低值' : '各项的加权平均'}为 ${figure(p.value)}${p.unrated.length > 0 ? `（未评分、不计：${listed(n.criteria, p.unrated, '、')}）` : ''}。`,
  matrix_value: (p, n) =>
    `${named(n.signals, p.signal)}：横轴 ${figure(p.x)}（界线 ${figure(p.xThreshold)}），纵轴 ${figure(p.y)}（界线 ${figure(p.yThreshold)}）：${p.quadrant}；两轴平均 ${figure(p.value)}。`,
  signal_without_value: (p, n) => `${named(n.signals, p.signal)}：所依据的各项均未评分，没有数值。`,
  overall_value: (p) => `总分：所有已评分项的加权平均为 ${figure(p.value)}。`,
  overall_without_value: () => '总分：没有任何评分，没有数值。',
  deciding_value: (p, n) => `决定性数值为${decidingName(p.key, n, '总分')}：${figure(p.value)}。`,
  deciding_without_value: (p, n) => `决定性数值${decidingName(p.key, n, '总分')}无法计算。`,
  threshold_met: (p) => `${figure(p.value)} 达到“${OUTCOME_ZH[p.outcome]}”的界线 ${figure(p.threshold)}。`,
  below_every_threshold: (p) => `${figure(p.value)} 低于最低界线 ${figure(p.threshold)}：${OUTCOME_ZH[p.outcome]}。`,
  gate_minimum_level: (p, n) =>
    gateZh(p, n, `${named(n.criteria, p.criterion)}须达到 ${p.level} 级，${p.mean === null ? '无人评分' : `平均为 ${figure(p.mean)}`}`),
  gate_minimum_evidence: (p, n) => gateZh(p, n, `“${named(n.forms, p.form)}”须有 ${p.need} 份，现有 ${p.have} 份`),
  gate_quadrant: (p, n) =>
    gateZh(p, n, `${named(n.signals, p.signal)}${p.quadrant === null ? '没有象限' : `为“${p.quadrant}”`}，允许的为 ${p.allowed.join('、')}`),
  gate_veto: (p, n) => gateZh(p, n, p.by.length > 0 ? `${listed(n.people, p.by, '、')}行使了否决` : p.triggered ? '有否决' : '无否决'),
  capped: (p, n) => `${listed(n.gates, p.gates, '、')}使结果由“${OUTCOME_ZH[p.from]}”降为“${OUTCOME_ZH[p.to]}”。`,
  missing_deciding: (p, n) => `缺少：${decidingName(p.key, n, '总分')}没有数值。`,
  missing_raters: (p, n) => `缺少：${named(n.criteria, p.criterion)}需要 ${p.need} 位评分人，现有 ${p.have} 位。`,
  missing_scorecard: (p, n) => `缺少：${named(n.people, p.interviewer, '一位面试官')}的评分卡。`,
  missing_evidence: (p, n) => `缺少：${named(n.people, p.interviewer, '一位面试官')}为${named(n.criteria, p.criterion)}评分时未附所需证据。`,
  outcome: (p) => `建议结果：${OUTCOME_ZH[p.outcome]}。`,
};
