import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AbsencesService } from './absences.service.js';
import { AccessGuard } from './access.guard.js';
import { AccessMail } from './access-mail.service.js';
import { AccountOpening } from './account-opening.service.js';
import { AccountOpeningController } from './account-opening.controller.js';
import { AttemptsStore } from './attempts.store.js';
import { AuthController } from './auth.controller.js';
import { BreakGlassController } from './break-glass.controller.js';
import { BreakGlassService } from './break-glass.service.js';
import { BreakGlassStore } from './break-glass.store.js';
import { CardDuty } from './card-duty.service.js';
import { CardDutyStore } from './card-duty.store.js';
import { ConflictRecording } from './conflict-recording.service.js';
import { ConflictsController } from './conflicts.controller.js';
import { ConflictsReader } from './conflicts.reader.js';
import { ConflictsService } from './conflicts.service.js';
import { ConflictsStore } from './conflicts.store.js';
import { DeactivationService } from './deactivation.service.js';
import { DevicesStore } from './devices.store.js';
import { DutiesReader } from './duties.reader.js';
import { EscalationService } from './escalation.service.js';
import { EscalationStore } from './escalation.store.js';
import { FirstAdminService } from './first-admin.service.js';
import { GeneralLimiter } from './general-limiter.js';
import { Identification } from './identification.service.js';
import { InvitationAcceptanceService } from './invitation-acceptance.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsReader } from './invitations.reader.js';
import { InvitationsService } from './invitations.service.js';
import { InvitationsStore } from './invitations.store.js';
import { LinkDelivery } from './link-delivery.service.js';
import { LinksStore } from './links.store.js';
import { MeController } from './me.controller.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordLinkService } from './password-link.service.js';
import { PasswordResetRequestService } from './password-reset-request.service.js';
import { PasswordResetService } from './password-reset.service.js';
import { PasswordSetting } from './password-setting.service.js';
import { Passwords } from './passwords.js';
import { SeatGrantsService } from './seat-grants.service.js';
import { SeatPassingFrame } from './seat-passing-frame.service.js';
import { SeatPassingService } from './seat-passing.service.js';
import { SeatPlaces } from './seat-places.service.js';
import { SeatsController } from './seats.controller.js';
import { SeatsReader } from './seats.reader.js';
import { SeatsStore } from './seats.store.js';
import { SessionAnswers } from './session-answers.js';
import { SessionOpening } from './session-opening.service.js';
import { SessionReader } from './session.reader.js';
import { SessionStore } from './session.store.js';
import { SignInService } from './sign-in.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';
import { SignOutService } from './sign-out.service.js';
import { StandingReader } from './standing.reader.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';
import { TokensStore } from './tokens.store.js';
import { UnlockService } from './unlock.service.js';
import { AccessUpkeep } from './upkeep.service.js';
import { UpkeepStore } from './upkeep.store.js';
import { UserAccessController } from './user-access.controller.js';
import { UsersController } from './users.controller.js';
import { UsersReader } from './users.reader.js';
import { UsersService } from './users.service.js';
import { UsersStore } from './users.store.js';

const SIGNING_IN = [
  GeneralLimiter,
  Identification,
  SessionReader,
  SessionStore,
  SessionOpening,
  SessionAnswers,
  SignInService,
  SignOutService,
  SignInThrottle,
  AttemptsStore,
  DevicesStore,
  Passwords,
  PasswordSetting,
  PasswordChangeService,
  PasswordResetService,
  PasswordResetRequestService,
];
const ACCOUNTS = [
  AccessMail,
  AccountOpening,
  FirstAdminService,
  LinkDelivery,
  LinksStore,
  PasswordLinkService,
  UnlockService,
  InvitationsService,
  InvitationsReader,
  InvitationsStore,
  InvitationAcceptanceService,
  TokensService,
  TokensStore,
  UsersService,
  UsersReader,
  UsersStore,
  DeactivationService,
  AbsencesService,
  DutiesReader,
  AccessUpkeep,
  UpkeepStore,
];

const SEATS = [
  SeatsReader,
  SeatsStore,
  SeatPlaces,
  SeatGrantsService,
  SeatPassingFrame,
  SeatPassingService,
  CardDuty,
  CardDutyStore,
  EscalationService,
  EscalationStore,
  ConflictsReader,
  ConflictsStore,
  ConflictsService,
  ConflictRecording,
  BreakGlassService,
  BreakGlassStore,
];

/** Who is calling, who there is, and what each may do. Every room asks here, so it is there for all of them. */
@Global()
@Module({
  controllers: [
    AuthController,
    AccountOpeningController,
    MeController,
    UsersController,
    UserAccessController,
    InvitationsController,
    TokensController,
    SeatsController,
    ConflictsController,
    BreakGlassController,
  ],
  providers: [...SIGNING_IN, ...ACCOUNTS, ...SEATS, StandingReader, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [
    SessionAnswers,
    SessionOpening,
    SessionReader,
    SessionStore,
    StandingReader,
    UsersService,
    UsersReader,
    FirstAdminService,
    Passwords,
    DutiesReader,
    SeatsReader,
    SeatGrantsService,
    SeatPassingService,
    EscalationService,
    ConflictRecording,
    ConflictsService,
    BreakGlassService,
  ],
})
export class AccessModule {}
