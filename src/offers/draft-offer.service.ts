import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import { parsePackage } from '../domain/offer/offer-package-structure.js';
import type { OfferPackage } from '../domain/offer/offer-package.js';
import { startingPackage } from '../domain/offer/starting-package.js';
import { invalid, Refusal } from '../domain/refusal.js';
import type { Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { JobPayReader } from './job-pay.reader.js';
import { OfferSittings } from './offer-sittings.service.js';
import { type LockedApplication, OffersStore } from './offers.store.js';

export function contentHashOf(content: unknown): string {
  return sha256Hex(canonicalJson(content));
}

/** No offer stands on anything but a decision to hire. */
export function refuseUndecided({ decidedToHire }: LockedApplication): void {
  if (!decidedToHire) throw new Refusal('wrong_state', 'An offer needs a decision to hire. Decide in the debrief first.');
}

/** Writes packages: the first draft, and every change after it. */
@Injectable()
export class DraftOfferService {
  constructor(
    private readonly sittings: OfferSittings,
    private readonly store: OffersStore,
    private readonly pay: JobPayReader,
  ) {}

  /** Answers the new offer's id. Without a package it starts from the job's offer shape. */
  draftOffer(actor: Actor, applicationId: string, input: unknown): Promise<string> {
    const given = input === undefined ? undefined : parsePackage(input, '/package');
    return this.sittings.onApplication(actor, applicationId, async (sitting) => {
      const { tx, now, application } = sitting;
      refuseUndecided(application);
      if (!['active', 'offered'].includes(application.status))
        throw new Refusal('wrong_state', 'Only an active application is offered to. Resume it first.', [], { status: application.status });
      const live = await this.store.live(tx, applicationId);
      if (live) throw new Refusal('already_exists', 'There is an offer to this candidate already: go on with that one.', [], { offerId: live });
      const written = given ?? (await this.fromShape(application, tx));
      const id = newId();
      const contentHash = contentHashOf(written);
      await this.store.insert(tx, { id, applicationId, by: actor.userId, at: now });
      await this.store.insertRevision(tx, {
        offerId: id,
        number: 1,
        roundNumber: 1,
        package: written,
        contentHash,
        reason: '',
        by: actor.userId,
        at: now,
      });
      await this.sittings.tell(sitting, id, 'offer.drafted', { roundNumber: 1, revision: 1, contentHash, package: written });
      return id;
    });
  }

  /** A change makes a new revision and a draft of it; what was approved before falls. */
  reviseOffer(actor: Actor, offerId: string, expected: number, input: unknown, reason: string): Promise<void> {
    const written = parsePackage(input, '/package');
    return this.sittings.run(actor, offerId, expected, 'revise', async (sitting) => {
      const { tx, now, application, offer } = sitting;
      if (offer.status === 'halted') refuseUndecided(application);
      const number = offer.revision + 1;
      const contentHash = contentHashOf(written);
      const { roundNumber } = offer;
      await this.store.insertRevision(tx, { offerId, number, roundNumber, package: written, contentHash, reason, by: actor.userId, at: now });
      const voidedApprovals = await this.store.voidApprovals(tx, offerId, now, 'The package was changed.');
      await this.store.save(tx, offerId, { status: 'draft', revision: number, submission: null });
      const change = { before: { status: offer.status }, after: { status: 'draft' } };
      const payload = { roundNumber, revision: number, contentHash, package: written, voidedApprovals, ...change };
      await this.sittings.tell(sitting, offerId, 'offer.revised', payload, { reason });
    });
  }

  /** What the candidate asks for instead, or what somebody else offers them; only the first opens the next round. */
  recordOther(
    actor: Actor,
    offerId: string,
    expected: number,
    kind: 'counter' | 'competing',
    input: { readonly package: unknown; readonly employer: string; readonly words: string },
  ): Promise<void> {
    const written = parsePackage(input.package, '/package');
    return this.sittings.run(actor, offerId, expected, kind === 'counter' ? 'counter' : 'compete', async (sitting) => {
      const { tx, now, offer } = sitting;
      const id = newId();
      const contentHash = contentHashOf(written);
      const { roundNumber, revision, status } = offer;
      const row = { id, offerId, roundNumber, kind, employer: input.employer, package: written, contentHash, words: input.words };
      await this.store.insertCounter(tx, { ...row, by: actor.userId, at: now });
      const payload = { roundNumber, revision, counterId: id, contentHash };
      if (kind === 'competing') {
        await this.store.save(tx, offerId, { status });
        await this.sittings.tell(sitting, offerId, 'offer.competing_recorded', payload);
        return;
      }
      await this.store.save(tx, offerId, { status: 'countered', roundNumber: roundNumber + 1 });
      await this.sittings.tell(sitting, offerId, 'offer.countered', { ...payload, before: { status }, after: { status: 'countered' } });
    });
  }

  private async fromShape(application: LockedApplication, tx: Transaction): Promise<OfferPackage> {
    const shape = await this.pay.offerShape(application.jobId, tx);
    const started = shape && startingPackage(shape);
    if (!started) throw invalid([{ pointer: '/package', code: 'required', detail: 'the job has no offer shape to start from: give a package' }]);
    return started;
  }
}
