import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { Audit } from '../audit/audit.service.js';
import { checkOfferMove, makesOffers, type OfferViewer, type PersonsMove } from '../domain/abilities/offer-abilities.js';
import { type Actor, systemActor } from '../domain/actor.js';
import { type ApplicationMove, moveApplication } from '../domain/application/application-life.js';
import type { OfferEvents } from '../domain/events/offer-events.js';
import type { EventPayloads } from '../domain/events/events.js';
import { notFound, Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { versionConflict } from '../platform/version.js';
import { type LockedApplication, type LockedOffer, OffersStore } from './offers.store.js';

/** One use case on the offers of one application: its locks are held until it ends. */
export interface ApplicationSitting {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly now: Date;
  readonly application: LockedApplication;
  readonly viewer: OfferViewer;
}

export interface OfferSitting extends ApplicationSitting {
  readonly offer: LockedOffer;
}

type OfferEventType = Extract<keyof OfferEvents, `offer.${string}`>;

/** Runs use cases of an offer one after another, each in a transaction of its own, and tells the record of them. */
@Injectable()
export class OfferSittings {
  constructor(
    private readonly database: Database,
    private readonly standings: StandingReader,
    private readonly store: OffersStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** On an application: whoever may know of it but not of its offers is refused the same, whether or not there are any. */
  onApplication<T>(actor: Actor, applicationId: string, work: (sitting: ApplicationSitting) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const application = await this.store.lockApplication(tx, applicationId);
      const standing = await this.standings.onApplication(actor, applicationId, tx);
      if (!application) throw notFound('application');
      const viewer = { userId: actor.userId, siteRole: actor.siteRole, jobSeats: standing.jobSeats };
      if (!(await this.store.sees(tx, actor.userId, applicationId, now)) || !makesOffers(viewer))
        throw new Refusal('forbidden', "Only the job's recruiter or hiring manager may do this.");
      return work({ tx, actor, now, application, viewer });
    });
  }

  /** On an offer: it is not there for whoever may not see it. `expected` is the version the caller read. */
  run<T>(actor: Actor, offerId: string, expected: number, move: PersonsMove, work: (sitting: OfferSitting) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const { application, offer } = await this.lock(tx, offerId);
      if (!(await this.store.sees(tx, actor.userId, application.id, now))) throw notFound('offer');
      const jobSeats = await this.standings.onJob(actor, application.jobId, tx);
      const viewer = { userId: actor.userId, siteRole: actor.siteRole, jobSeats };
      const facts = { ...offer, needs: offer.requirement?.needs ?? [] };
      const refusal = checkOfferMove(move, viewer, facts);
      if (refusal?.code === 'forbidden') throw refusal;
      if (offer.version !== expected) throw versionConflict(expected, offer.version, { status: offer.status, package: offer.package });
      if (refusal) throw refusal;
      return work({ tx, actor, now, application, viewer, offer });
    });
  }

  /** As the product itself, for what the clock does; inside the job's transaction. */
  async byClock(tx: Transaction, offerId: string, work: (sitting: OfferSitting) => Promise<void>): Promise<void> {
    const actor = systemActor('system', offerId);
    const { application, offer } = await this.lock(tx, offerId);
    await work({ tx, actor, now: this.clock.now(), application, offer, viewer: { userId: actor.userId, siteRole: 'member', jobSeats: [] } });
  }

  private async lock(tx: Transaction, offerId: string): Promise<{ application: LockedApplication; offer: LockedOffer }> {
    const applicationId = await this.store.applicationOf(tx, offerId);
    const application = applicationId === undefined ? undefined : await this.store.lockApplication(tx, applicationId);
    const offer = application && (await this.store.lock(tx, offerId));
    if (!application || !offer) throw notFound('offer');
    return { application, offer };
  }

  async tell<Type extends OfferEventType>(
    { tx, actor, now, application }: ApplicationSitting,
    offerId: string,
    type: Type,
    payload: EventPayloads[Type],
    more: { readonly reason?: string; readonly onBehalfOf?: string | null } = {},
  ): Promise<void> {
    const { id: applicationId, jobId, personId } = application;
    await this.audit.append(tx, actor, now, {
      type,
      subject: { kind: 'offer', id: offerId, applicationId, jobId, personId },
      payload,
      ...(more.reason ? { reason: more.reason } : {}),
      ...(more.onBehalfOf ? { onBehalfOf: more.onBehalfOf } : {}),
    });
  }

  /**
   * The stage of the application follows its offer. Everybody who may know of the application is told the stage, so no word of the offer's own
   * reasons goes with it.
   */
  async moveStage(
    sitting: ApplicationSitting,
    move: Extract<ApplicationMove, 'offer' | 'retract_offer' | 'hire'>,
    reasonCode: string,
  ): Promise<void> {
    const { tx, actor, now, application } = sitting;
    const { id, jobId, personId, status: before, currentRoundKey } = application;
    const { status } = moveApplication({ status: before, rounds: [] }, move);
    const reason = move === 'retract_offer' ? 'The offer ended.' : '';
    await this.store.saveStage(tx, id, { status, reasonCode, reason }, now);
    const subject = { kind: 'application', id, applicationId: id, jobId, personId } as const;
    const payload = {
      move,
      reasonCode,
      roundKey: currentRoundKey,
      before: { status: before, currentRoundKey },
      after: { status, currentRoundKey },
    };
    await this.audit.append(tx, actor, now, { type: 'application.moved', subject, payload, ...(reason ? { reason } : {}) });
    const state = await this.store.refresh(tx, id, now);
    if (!state || state.before === state.after) return;
    const debrief = { ...subject, kind: 'debrief', id: application.debriefId } as const;
    const change = { before: { state: state.before }, after: { state: state.after } };
    await this.audit.append(tx, actor, now, { type: 'debrief.state_changed', subject: debrief, payload: change });
  }
}
