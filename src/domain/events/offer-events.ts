/**
 * What happens to offers, by event type. Their subject is the offer: history shows them only to those for whom offers of the application exist, and what
 * other systems are told carries no figure. A package stands in the event that wrote it; approvals name the revision they are of.
 */
import type { OfferPackage } from '../offer/offer-package.js';
import type { Change } from './events.js';

type StatusChange = Change<{ readonly status: string }>;

interface OfRevision {
  readonly roundNumber: number;
  readonly revision: number;
}

interface Written extends OfRevision {
  /** SHA-256 (hex) of the canonical JSON of the package. */
  readonly contentHash: string;
}

export interface OfferEvents {
  'offer.drafted': Written & { readonly package: OfferPackage };
  'offer.revised': Written & StatusChange & { readonly package: OfferPackage; readonly voidedApprovals: number };
  'offer.submitted': OfRevision &
    StatusChange & { readonly standing: string; readonly needs: readonly { readonly seat: string; readonly count: number }[] };
  'offer.approved': OfRevision & StatusChange & { readonly seat: string; readonly complete: boolean };
  'offer.refused': OfRevision & StatusChange & { readonly voidedApprovals: number };
  'offer.extended': OfRevision & StatusChange & { readonly expiresAt: string };
  'offer.countered': OfRevision & StatusChange & { readonly counterId: string; readonly contentHash: string };
  'offer.competing_recorded': OfRevision & { readonly counterId: string; readonly contentHash: string };
  'offer.accepted': OfRevision & StatusChange;
  'offer.declined': OfRevision & StatusChange;
  'offer.rescinded': OfRevision & StatusChange;
  'offer.expired': OfRevision & StatusChange;
  'offer.stopped': OfRevision & StatusChange;
  'job.bands_changed': { readonly revision: number; readonly contentHash: string };
  'job.offer_rules_changed': { readonly revision: number; readonly contentHash: string };
}
