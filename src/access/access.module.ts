import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { SessionReader } from './session.reader.js';
import { SessionStore } from './session.store.js';
import { StandingReader } from './standing.reader.js';

@Global()
@Module({
  providers: [SessionReader, SessionStore, StandingReader, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [SessionReader, SessionStore, StandingReader],
})
export class AccessModule {}
