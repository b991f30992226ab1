import { boardAbilities } from '../domain/abilities/board-abilities.js';
import type { Actor } from '../domain/actor.js';
import { type BoardRole, columnOrder } from '../domain/board/board-line.js';
import { nextAction } from '../domain/board/next-action.js';
import type { BoardClockDto, BoardColumnDto, BoardCountsDto, BoardLineDto, NextActionDto } from './board.dto.js';
import type { BoardLineRow } from './board.reader.js';

export function presentLine(actor: Actor, row: BoardLineRow): BoardLineDto {
  const { acts, people, jobSeats, clockHolderId } = row;
  const facts = { status: row.status, inRound: row.currentRoundKey !== null, clockHolderId };
  return {
    applicationId: row.applicationId,
    candidateId: row.candidateId,
    candidateName: row.candidateName,
    jobId: row.jobId,
    jobTitle: row.jobTitle,
    status: row.status,
    column: row.column,
    currentRoundKey: row.currentRoundKey,
    currentRoundName: row.currentRoundName,
    debriefId: row.debriefId,
    stageChangedAt: row.stageChangedAt,
    waitsFor: row.waitsFor,
    holder: acts === null ? null : { role: acting(row, acts), people },
    clock: clockOf(row),
    nextAction: nextActionOf(actor, row),
    abilities: boardAbilities({ userId: actor.userId, siteRole: actor.siteRole, jobSeats, applicationSeats: [] }, facts),
  };
}

/** A coordinator's work is the recruiter's where nobody coordinates: the people found are then recruiters, or nobody. */
function acting(row: BoardLineRow, acts: BoardRole): BoardRole {
  return acts === 'coordinator' && !row.coordinated ? 'recruiter' : acts;
}

function clockOf(row: BoardLineRow): BoardClockDto | null {
  const { clockKey: key, clockSubjectId: subjectId, clockState: state, clockHolderRole: holderRole } = row;
  if (key === null || subjectId === null || state === null || holderRole === null) return null;
  const { clockHolderId: userId, clockHolderName: name } = row;
  return { key, subjectId, dueAt: row.clockDueAt, state, holderRole, holder: userId === null || name === null ? null : { userId, name } };
}

function nextActionOf(actor: Actor, row: BoardLineRow): NextActionDto | null {
  if (row.waitsFor === null || row.acts === null) return null;
  const clock = row.clockKey === null || row.clockState === null ? null : { key: row.clockKey, state: row.clockState };
  const action = nextAction({ waitsFor: row.waitsFor, clock }, actor.locale);
  return {
    code: action.code,
    words: action.words,
    target: action.target,
    ...(action.ofClock ? clockHolder(row, action.who) : { who: acting(row, row.acts), people: row.people }),
    targetId: action.target === 'debrief' ? row.debriefId : row.applicationId,
  };
}

function clockHolder(row: BoardLineRow, otherwise: BoardRole): Pick<NextActionDto, 'who' | 'people'> {
  const holder = clockOf(row)?.holder ?? null;
  return { who: row.clockHolderRole ?? otherwise, people: holder === null ? [] : [holder] };
}

/** One entry a column: jobs whose plans name a round alike stand together. */
export function presentCounts(rows: readonly BoardColumnDto[]): BoardCountsDto {
  const columns = new Map<string, BoardColumnDto>();
  for (const row of rows) {
    const known = columns.get(row.column);
    if (!known) {
      columns.set(row.column, { ...row });
      continue;
    }
    if (row.position !== null && (known.position === null || row.position < known.position))
      Object.assign(known, { position: row.position, name: row.name });
    known.count += row.count;
    known.late += row.late;
    known.atRisk += row.atRisk;
  }
  const sum = (member: 'count' | 'late' | 'atRisk') => rows.reduce((total, row) => total + row[member], 0);
  return {
    columns: [...columns.values()].sort((one, other) => columnOrder({ ...one, lane: one.column }, { ...other, lane: other.column })),
    total: sum('count'),
    late: sum('late'),
    atRisk: sum('atRisk'),
  };
}
