import type { OfferPackage } from '../../src/domain/offer/offer-package.js';
import { DebriefRoom, type Room } from './debrief-room.js';
import type { TestApp, TestUser } from './test-app.js';

export interface OfferRoom extends Room {
  readonly approver: TestUser;
  readonly secondApprover: TestUser;
}

/** A plain package within the band of `BANDS`. */
export function plainPackage(more: Partial<OfferPackage> = {}): OfferPackage {
  return {
    currency: 'USD',
    level: '',
    base: '210000',
    bonuses: [],
    equity: [],
    signOn: null,
    relocation: null,
    stipends: [],
    startsOn: '2026-05-04',
    expiresAt: '2026-03-18T18:00:00Z',
    rates: [],
    notes: '',
    ...more,
  };
}

export const USD_BAND = {
  level: '',
  currency: 'USD',
  base: { minimum: '205000', midpoint: null, maximum: '215000' },
  bonus: null,
  equity: null,
};

/** An application with a decision to hire, two offer approvers, and a band for USD; decided over HTTP. */
export class OfferRooms {
  private readonly rooms: DebriefRoom;

  constructor(private readonly app: TestApp) {
    this.rooms = new DebriefRoom(app);
  }

  async build(options: { readonly decided?: boolean; readonly bands?: readonly unknown[] } = {}): Promise<OfferRoom> {
    const room = await this.rooms.build({
      levels: [
        [3, 3],
        [3, 3],
      ],
      settings: { firstBallot: false, secondBallot: false },
    });
    const [approver, secondApprover] = [await this.app.user('Opal Approver'), await this.app.user('Otto Approver')];
    for (const user of [approver, secondApprover]) await this.rooms.seat(user, 'offer_approver', { job: room.jobId });
    await this.app
      .as(room.recruiter)
      .put(`/jobs/${room.jobId}/bands`, { bands: options.bands ?? [USD_BAND], reason: 'The year begins.' }, 0)
      .expect(200);
    if (options.decided !== false) await this.decide(room);
    return { ...room, approver, secondApprover };
  }

  async decide(room: Room, outcome = 'hire'): Promise<void> {
    const { body: shown } = await this.app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
    const explanation = outcome === 'hire' ? null : 'A reference changed the picture.';
    await this.app
      .as(room.manager)
      .post(`/debriefs/${room.debriefId}/decision`, { outcome, rationale: 'Weighed.', explanation, inputHash: shown.inputHash })
      .expect(201);
  }

  seat(user: TestUser, kind: string, of: { job?: string; application?: string }): Promise<string> {
    return this.rooms.seat(user, kind, of);
  }

  async draft(room: OfferRoom, given: unknown = plainPackage()): Promise<string> {
    const { body } = await this.app.as(room.recruiter).post(`/applications/${room.applicationId}/offers`, { package: given }).expect(201);
    return String(body.id);
  }

  /** A move as somebody who read the offer just now. */
  async move(by: TestUser, offerId: string, move: string, body: object = {}) {
    const [row] = await this.app.rows<{ version: number }>('select version from offers where id = $1', [offerId]);
    return this.app
      .as(by)
      .post(`/offers/${offerId}/${move}`, body)
      .set('if-match', `"${row?.version ?? 0}"`);
  }

  /** A draft that goes all the way out. */
  async extended(room: OfferRoom, given: unknown = plainPackage()): Promise<string> {
    const offerId = await this.draft(room, given);
    for (const [by, move] of [
      [room.recruiter, 'submit'],
      [room.approver, 'approve'],
      [room.recruiter, 'extend'],
    ] as const) {
      const { status, body } = await this.move(by, offerId, move);
      if (status !== 200) throw new Error(`${move}: ${status} ${JSON.stringify(body)}`);
    }
    return offerId;
  }
}
