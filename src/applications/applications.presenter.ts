import { applicationAbilities, comparesApplication } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import { roundPromises } from '../domain/timeline/plan-defaults.js';
import type { ApplicationDto, ApplicationRoundDto, ApplicationSummaryDto } from './applications.dto.js';
import type { ApplicationSummaryRow } from './applications-list.reader.js';
import type { ApplicationRoundRow, WholeApplication } from './applications.reader.js';

/** Member by member: copies of "the rest" of a row take the engine several times as long to make and to write as JSON, and a page has up to 200. */
export function presentSummary(row: ApplicationSummaryRow): ApplicationSummaryDto {
  return {
    id: row.id,
    candidateId: row.candidateId,
    candidateName: row.candidateName,
    jobId: row.jobId,
    jobTitle: row.jobTitle,
    status: row.status,
    currentRoundKey: row.currentRoundKey,
    currentRoundName: row.currentRoundName,
    source: row.source,
    startedAt: row.startedAt,
    stageChangedAt: row.stageChangedAt,
    debriefState: row.debriefState,
    cards: { due: row.cardsDue, submitted: row.cardsSubmitted, waived: row.cardsWaived },
    sight: row.sight,
    outcome: row.outcome,
  };
}

/**
 * An application as the viewer sees it. A blinded viewer gets the stage and the status of cards and nothing else: no words of a recruiter, no
 * facts, no outcome.
 */
export function presentApplication(actor: Actor, whole: WholeApplication): ApplicationDto {
  const { row, standing } = whole;
  const { cardsDue, cardsSubmitted, cardsWaived, anySubmitted, decidedToHire, ...shown } = row;
  const sight = standing.sight === 'content' ? 'content' : 'status';
  const viewer = { siteRole: actor.siteRole, jobSeats: standing.jobSeats, applicationSeats: standing.applicationSeats };
  const state = { status: row.status, rounds: whole.rounds, cardsSubmitted: anySubmitted ? 1 : 0, decidedToHire };
  const sees = sight === 'content';
  return {
    ...shown,
    currentRoundName: whole.rounds.find((round) => round.key === row.currentRoundKey)?.content.name ?? null,
    cards: { due: cardsDue, submitted: cardsSubmitted, waived: cardsWaived },
    sight,
    outcome: sees ? row.outcome : null,
    reasonCode: sees ? row.reasonCode : null,
    reason: sees ? row.reason : null,
    rounds: whole.rounds.map((round) => presentRound(actor, whole, round, sees)),
    abilities: { ...applicationAbilities(viewer, state), compare: comparesApplication({ siteRole: actor.siteRole, sight: standing.sight }) },
  };
}

function presentRound(actor: Actor, whole: WholeApplication, round: ApplicationRoundRow, sees: boolean): ApplicationRoundDto {
  const { key, position, content, status, outcome, decidedAt } = round;
  const seesWhy = sees || round.decidedBy === actor.userId;
  return {
    key,
    position,
    status,
    outcome,
    decidedAt,
    name: content.name,
    minutes: content.minutes,
    focus: content.focus,
    targetDay: content.targetDay,
    owesCard: roundPromises(content).owesCard,
    reasonCode: seesWhy ? round.reasonCode : null,
    reason: seesWhy ? round.reason : null,
    factsAsked: [...(content.facts ?? [])],
    facts: sees ? round.facts : null,
    interviews: whole.interviews.filter((one) => one.roundKey === key),
  };
}
