/**
 * The next action on an application: one thing somebody can do now, as a code, in words, with who does it and where. A clock that is
 * late by silence or for want of notice asks for word to the candidate first; otherwise it is what the application waits for.
 *
 * Source: product design, "Pipeline and timeline": what is late and who holds it.
 */
import type { ClockKey } from '../timeline/clock.js';
import type { BoardRole, OpenClockState, WaitsFor } from './board-line.js';

export const NEXT_ACTIONS = [
  'schedule_interview',
  'hold_interview',
  'collect_cards',
  'decide_round',
  'decide',
  'committee_ballot',
  'carry_out_decision',
  'hear_candidate',
  'end_hold',
  'write_to_candidate',
  'tell_candidate_time',
] as const;
export type NextActionCode = (typeof NEXT_ACTIONS)[number];

export interface NextAction {
  readonly code: NextActionCode;
  readonly words: string;
  readonly who: BoardRole;
  /** Where it is done: the application's page or its debrief. */
  readonly target: 'application' | 'debrief';
  /** Done by whoever holds the clock, not by whoever the application waits for. */
  readonly ofClock: boolean;
}

export interface WaitingLine {
  readonly waitsFor: WaitsFor;
  readonly clock: { readonly key: ClockKey; readonly state: OpenClockState } | null;
}

type Words = readonly [en: string, zh: string];

interface Rule {
  readonly who: BoardRole;
  readonly target: NextAction['target'];
  readonly words: Words;
}

const RULES: Readonly<Record<NextActionCode, Rule>> = {
  schedule_interview: { who: 'coordinator', target: 'application', words: ['Set a time for the interview', '安排面试时间'] },
  hold_interview: {
    who: 'interviewer',
    target: 'application',
    words: ['Hold the interview, then mark it as held', '进行面试，之后标记为已完成'],
  },
  collect_cards: { who: 'interviewer', target: 'application', words: ['Give the scorecards that are due', '提交待交的评分卡'] },
  decide_round: { who: 'recruiter', target: 'application', words: ['Advance, hold or reject after this round', '对本轮作出推进、搁置或拒绝'] },
  decide: { who: 'hiring_manager', target: 'debrief', words: ['Hold the debrief and decide', '召开评议并作出决定'] },
  committee_ballot: { who: 'committee', target: 'debrief', words: ['Cast the committee ballot', '委员会投票'] },
  carry_out_decision: { who: 'recruiter', target: 'application', words: ['Make the offer or reject, as decided', '按决定发出录用或拒绝'] },
  hear_candidate: { who: 'recruiter', target: 'application', words: ["Ask for the candidate's answer to the offer", '询问候选人对录用的答复'] },
  end_hold: { who: 'recruiter', target: 'application', words: ['Resume the application or reject it', '恢复该申请或拒绝'] },
  write_to_candidate: {
    who: 'recruiter',
    target: 'application',
    words: ['Write to the candidate: they have heard nothing for long', '联系候选人：已久无音讯'],
  },
  tell_candidate_time: { who: 'coordinator', target: 'application', words: ['Tell the candidate the time of the interview', '告知候选人面试时间'] },
};

const ACTION_FOR: Readonly<Record<WaitsFor, NextActionCode>> = {
  schedule: 'schedule_interview',
  interview: 'hold_interview',
  card: 'collect_cards',
  advance: 'decide_round',
  decision: 'decide',
  committee: 'committee_ballot',
  outcome: 'carry_out_decision',
  candidate: 'hear_candidate',
  hold: 'end_hold',
};

/** In: what the line waits for and its earliest running clock, the reader's language. Out: the next action. Pure and total. */
export function nextAction({ waitsFor, clock }: WaitingLine, locale: 'en' | 'zh-CN'): NextAction {
  const code = codeFor(waitsFor, clock);
  const { who, target, words } = RULES[code];
  return { code, words: words[locale === 'en' ? 0 : 1], who, target, ofClock: code === 'write_to_candidate' || code === 'tell_candidate_time' };
}

function codeFor(waitsFor: WaitsFor, clock: WaitingLine['clock']): NextActionCode {
  if (clock?.state === 'late' && clock.key === 'silent_gap') return 'write_to_candidate';
  if (clock?.state === 'late' && clock.key === 'notice') return 'tell_candidate_time';
  return ACTION_FOR[waitsFor];
}
