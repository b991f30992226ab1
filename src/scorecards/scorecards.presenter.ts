import { scorecardAbilities } from '../domain/abilities/scorecard-abilities.js';
import type { Actor } from '../domain/actor.js';
import type { CardSituation } from '../domain/scorecard/scorecard-moves.js';
import { cardPermissions } from '../domain/visibility/visibility.js';
import type { ScorecardDto } from './scorecards.dto.js';
import type { CardRow } from './scorecards.reader.js';

/** A card as one viewer may know it. `listed` leaves the content out: opening a list is not reading a card. */
export function presentCard(actor: Actor, row: CardRow, extent: 'content' | 'listed'): ScorecardDto {
  const isAuthor = row.interviewerId === actor.userId;
  const permissions = cardPermissions(row.sight, { isAuthor, submitted: row.status === 'submitted' });
  return {
    id: row.id,
    applicationId: row.applicationId,
    round: { key: row.roundKey, name: row.roundName },
    interviewer: { id: row.interviewerId, name: row.interviewerName },
    status: row.shownStatus,
    counts: row.counts,
    ...(isAuthor ? ownParts(row) : {}),
    ...(isAuthor || row.sight === 'content' ? { dueAt: row.dueAt, reasonCode: row.reasonCode, reason: row.reason } : {}),
    ...(permissions.content ? { revision: row.revision, rubricVersionId: row.rubricVersionId, exposed: row.exposed, imported: row.imported } : {}),
    ...(permissions.timestamps ? { submittedAt: row.submittedAt, firstSubmittedAt: row.firstSubmittedAt } : {}),
    ...(permissions.content && extent === 'content' ? { content: row.content } : {}),
    abilities: scorecardAbilities(situationOf(row, isAuthor), permissions, actor),
  };
}

function ownParts(row: CardRow): Partial<ScorecardDto> {
  return {
    candidate: { id: row.candidateId, name: row.candidateName },
    job: { id: row.jobId, name: row.jobTitle },
    interview: { id: row.interviewId, status: row.interview, startsAt: row.startsAt, endsAt: row.endsAt },
    version: row.version,
  };
}

function situationOf(row: CardRow, isAuthor: boolean): CardSituation {
  const { status, isRecruiter, isHiringManager, interview, started, debrief } = row;
  return { status, isAuthor, isRecruiter, isHiringManager, interview, started, debrief };
}
