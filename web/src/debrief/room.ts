import { createContext, useContext } from 'react';
import { levelText } from '../scorecard/field-words';
import type { Card } from '../scorecard/queries';
import type { Debrief, DebriefContent, RecommendationAnswer, RoomRubric } from './queries';
import type { Recommendation } from './recommendation';

export const TABS = ['panel', 'reasons', 'agenda', 'ballots', 'challenges', 'decision'] as const;
export type RoomTab = (typeof TABS)[number];

/** What the reader looks at beside the room. */
export interface Reading {
  readonly cardId: string;
  readonly criterion: string | null;
}

export interface RoomValue {
  readonly debrief: Debrief;
  readonly content: DebriefContent;
  readonly answer: RecommendationAnswer;
  readonly rubric: RoomRubric;
  readonly userId: string;
  readonly tab: RoomTab;
  readonly go: (tab: RoomTab) => void;
  /** Goes there from elsewhere on the screen: the focus comes along. */
  readonly goInto: (tab: RoomTab) => void;
  readonly reading: Reading | null;
  readonly read: (reading: Reading | null) => void;
}

const RoomContext = createContext<RoomValue | null>(null);
export const RoomProvider = RoomContext.Provider;

export interface Room extends RoomValue {
  readonly recommendation: Recommendation;
  /** Cards with a judgement on them, in the order of the rounds. */
  readonly judged: readonly Card[];
  readonly criterionName: (key: string) => string;
  readonly levelText: (level: number) => string;
  readonly cardOf: (scorecardId: string) => Card | undefined;
  /** "Priya Raman", with the round where the same person wrote two cards. */
  readonly authorOf: (scorecardId: string) => string;
  readonly nameOf: (userId: string) => string;
}

export function useRoom(): Room {
  const value = useContext(RoomContext);
  if (!value) throw new Error('a room is needed around this');
  const { content, rubric, answer } = value;
  const { cards, panel, committee } = content;
  const cardOf = (id: string) => cards.find((card) => card.id === id);
  return {
    ...value,
    recommendation: answer.recommendation,
    judged: cards.filter((card) => card.content),
    criterionName: (key) => rubric.criteria.find((one) => one.key === key)?.name ?? key,
    levelText: (level) => levelText(level, rubric),
    cardOf,
    authorOf: (id) => {
      const card = cardOf(id);
      if (!card) return '–';
      const isTwice = cards.filter((one) => one.interviewer.id === card.interviewer.id).length > 1;
      return isTwice ? `${card.interviewer.name} (${card.round.name})` : card.interviewer.name;
    },
    nameOf: (userId) =>
      [...panel, ...committee].find((seat) => seat.userId === userId)?.name ??
      cards.find(({ interviewer }) => interviewer.id === userId)?.interviewer.name ??
      '–',
  };
}
