import { Injectable } from '@nestjs/common';
import { eventValues } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { CastVote } from '../domain/debrief/ballot-movement.js';
import type { DebriefSettings } from '../domain/debrief/debrief-policy.js';
import type { DebriefState } from '../domain/debrief/debrief-states.js';
import type { PacketEvents } from '../domain/events/packet-events.js';
import type { BallotKind } from '../domain/debrief/electorate.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import type { PacketParts } from './computed-packet.js';
import type { PacketDocument } from './packet-document.js';
import { OPEN_PACKET } from './packet.statement.js';
import type { PlanOfApplication } from './possible-interviewers.reader.js';

export interface PacketBallotRow {
  readonly id: string;
  readonly kind: BallotKind;
  readonly roundNumber: number;
  readonly status: 'open' | 'revealed';
  readonly votes: readonly (CastVote & { readonly voided: string | null })[] | null;
}

/** An opened packet: JSON texts, but for what is read here. */
export interface OpenedPacket {
  readonly sight: 'content';
  readonly applicationId: string;
  readonly state: DebriefState;
  readonly rubricVersionId: string;
  readonly fingerprint: string;
  readonly about: string;
  readonly rubricVersion: string;
  readonly rubricContent: string;
  readonly rounds: string;
  readonly cards: string;
  readonly vetoes: string;
  readonly ballots: readonly PacketBallotRow[];
  readonly challenges: string;
  readonly decisions: string;
  readonly shown: string;
  readonly seats: string;
  readonly minutes: string;
  readonly timeline: string;
  readonly settings: DebriefSettings;
}

export type PacketOpening = OpenedPacket | { readonly sight: 'status' | 'absent'; readonly applicationId: string };

type Row =
  | (Omit<OpenedPacket, 'rubricContent'> & { readonly rubricContent: string | null; readonly rubricIsDraft: boolean })
  | Exclude<PacketOpening, OpenedPacket>;

/** Rubric contents a process remembers; a larger installation uses few more at a time. */
const MOST = 100;

/** Opens packets: nothing of one is read without the record saying so, in the same statement. */
@Injectable()
export class PacketStore {
  /** Contents of published versions, which never change. A new map at every addition: a reading under way keeps the one it told of. */
  private rubrics: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined where there is no such debrief. Content comes, and the reading is recorded, only with sight of the content. */
  async open(actor: Actor, debriefId: string, form: PacketEvents['packet.read']['form']): Promise<PacketOpening | undefined> {
    const now = this.clock.now();
    // The statement fills in job, application and person.
    const [, type, actorId, snapshot, , , , , , , hash, salt, content] = eventValues(actor, now, {
      type: 'packet.read',
      subject: { kind: 'debrief', id: debriefId },
      payload: { form },
    });
    const known = this.rubrics;
    const [row] = await this.database.query<Row>(OPEN_PACKET, [
      debriefId,
      actor.userId,
      now,
      type,
      actorId,
      snapshot,
      hash,
      salt,
      content,
      [...known.keys()],
    ]);
    if (row?.sight !== 'content') return row;
    const rubricContent = row.rubricContent ?? known.get(row.rubricVersionId);
    if (rubricContent === undefined) throw new Error('a rubric version came without its content');
    if (!row.rubricIsDraft && !known.has(row.rubricVersionId))
      this.rubrics = new Map([...[...this.rubrics].slice(1 - MOST), [row.rubricVersionId, rubricContent]]);
    return { ...row, rubricContent };
  }
}

/** What the arithmetic reads of an opened packet. */
export function partsOf(opened: OpenedPacket): PacketParts {
  return {
    rubric: JSON.parse(opened.rubricContent) as PacketParts['rubric'],
    settings: opened.settings,
    cards: JSON.parse(opened.cards) as PacketParts['cards'],
    rounds: JSON.parse(opened.rounds) as PacketParts['rounds'],
    vetoes: JSON.parse(opened.vetoes) as PacketParts['vetoes'],
  };
}

/** The rounds of an opened packet and what the rubric says they assess. */
export function planOf(opened: OpenedPacket): PlanOfApplication {
  const { criteria } = JSON.parse(opened.rubricContent) as Pick<PlanOfApplication, 'criteria'>;
  return { criteria, rounds: JSON.parse(opened.rounds) as PlanOfApplication['rounds'] };
}

/** A packet that was put together a moment ago, read again. */
export function readPacketDocument(json: string): PacketDocument {
  return JSON.parse(json) as PacketDocument;
}
