import type { Actor } from '../domain/actor.js';
import { nextAction } from '../domain/board/next-action.js';
import type { StallDto } from './stalls.dto.js';
import type { StallRow } from './stalls.reader.js';

const DAY_MS = 86_400_000;

export function presentStall(actor: Actor, { debriefId, ...row }: StallRow, now: Date): StallDto {
  const { code, words, who, target } = nextAction({ waitsFor: row.waitsFor, clock: { key: 'silent_gap', state: 'late' } }, actor.locale);
  return {
    ...row,
    silentDays: Math.floor((now.getTime() - row.silentSince.getTime()) / DAY_MS),
    nextAction: { code, words, who, target, targetId: target === 'debrief' ? debriefId : row.applicationId },
  };
}
