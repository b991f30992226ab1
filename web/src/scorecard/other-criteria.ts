import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { CardContent } from '../api/card-content';
import type { Criterion } from '../api/rubric-content';
import { type Kit, type KitCriterion, rubricQuery } from './queries';

export interface OtherCriteria {
  /** The kit with the criteria of other rounds that this card rates, after those of its own. */
  readonly kit: Kit;
  /** Those of the rubric that the card does not speak of yet. */
  readonly offered: readonly Criterion[];
  readonly isOther: (criterion: string) => boolean;
  readonly add: (criterion: string) => void;
  readonly remove: (criterion: string) => void;
}

/** What was seen of a criterion that belongs to another round may be rated too; nobody owes it. */
export function useOtherCriteria(kit: Kit, card: CardContent, change: (update: (now: CardContent) => CardContent) => void): OtherCriteria {
  const [added, setAdded] = useState<readonly string[]>([]);
  const others = useCriteriaOfOtherRounds(kit);
  const isOnCard = ({ key }: Criterion) => added.includes(key) || card.ratings.some(({ criterion }) => criterion === key);
  return {
    kit: { ...kit, criteria: [...kit.criteria, ...others.filter(isOnCard).map(inKit)] },
    offered: others.filter((criterion) => !isOnCard(criterion)),
    isOther: (criterion) => !kit.criteria.some(({ key }) => key === criterion),
    add: (criterion) => setAdded((now) => [...now, criterion]),
    remove: (criterion) => {
      setAdded((now) => now.filter((key) => key !== criterion));
      change((now) => ({ ...now, ratings: now.ratings.filter((rating) => rating.criterion !== criterion) }));
    },
  };
}

/** The kit with every criterion of the rubric: what reads a card must know the names of all that it can rate. */
export function useWholeKit(kit: Kit): Kit {
  return { ...kit, criteria: [...kit.criteria, ...useCriteriaOfOtherRounds(kit).map(inKit)] };
}

function useCriteriaOfOtherRounds({ rubricVersionId, criteria }: Kit): readonly Criterion[] {
  const rubric = useQuery(rubricQuery(rubricVersionId)).data;
  return rubric?.criteria.filter(({ key }) => !criteria.some((one) => one.key === key)) ?? [];
}

function inKit({ key, name, description, evidence, forms, anchors }: Criterion): KitCriterion {
  return { key, name, description, required: false, evidence: evidence ?? 'optional', forms: [...(forms ?? [])], anchors };
}
