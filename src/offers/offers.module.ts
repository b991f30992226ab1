import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { AnswerOfferService } from './answer-offer.service.js';
import { ApproveOfferService } from './approve-offer.service.js';
import { DraftOfferService } from './draft-offer.service.js';
import { JobPayController } from './job-pay.controller.js';
import { JobPayReader } from './job-pay.reader.js';
import { JobPayService } from './job-pay.service.js';
import { JobPayStore } from './job-pay.store.js';
import { JobPayRevisions } from './job-pay-revisions.service.js';
import { OfferApprovalsDueReader } from './offer-approvals-due.reader.js';
import { OfferExpiry } from './offer-expiry.service.js';
import { OfferMovesController } from './offer-moves.controller.js';
import { OfferSittings } from './offer-sittings.service.js';
import { OffersController } from './offers.controller.js';
import { OffersReader } from './offers.reader.js';
import { OffersStore } from './offers.store.js';
import { ShowOfferService } from './show-offer.service.js';

@Module({
  imports: [JobsModule, NotificationsModule],
  controllers: [JobPayController, OffersController, OfferMovesController],
  providers: [
    OfferSittings,
    DraftOfferService,
    ApproveOfferService,
    AnswerOfferService,
    OfferExpiry,
    OfferApprovalsDueReader,
    ShowOfferService,
    OffersStore,
    OffersReader,
    JobPayService,
    JobPayRevisions,
    JobPayStore,
    JobPayReader,
  ],
  exports: [OffersReader],
})
export class OffersModule {}
