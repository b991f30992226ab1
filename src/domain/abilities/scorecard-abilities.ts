/**
 * What a person may do with a scorecard now, for the screen and for the service that checks it: both ask the same rules.
 *
 * Source: product design, "Scorecard life" and "Visibility".
 */
import type { Actor } from '../actor.js';
import { refusalOfMove, type CardMove, type CardSituation } from '../scorecard/scorecard-moves.js';
import type { CardPermissions } from '../visibility/visibility.js';

export interface ScorecardAbilities {
  readonly saveDraft: boolean;
  readonly submit: boolean;
  readonly amend: boolean;
  readonly decline: boolean;
  readonly waive: boolean;
  readonly restore: boolean;
  /** The card's content, its revisions and what changed between them. */
  readonly read: boolean;
}

/** In: the card as this person finds it, what of it they may know, and the token they came with. Out: a flag for every move. Pure and total. */
export function scorecardAbilities(card: CardSituation, permissions: CardPermissions, actor: Pick<Actor, 'scopes'>): ScorecardAbilities {
  const mayWrite = actor.scopes === null || actor.scopes.includes('write');
  const may = (move: CardMove) => mayWrite && refusalOfMove(move, card) === null;
  return {
    saveDraft: may('saveDraft'),
    submit: may('submit'),
    amend: may('amend'),
    decline: may('decline'),
    waive: may('waive'),
    restore: may('restore'),
    read: permissions.content,
  };
}
