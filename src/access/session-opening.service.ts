import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import type { Transaction } from '../platform/database.js';
import { DevicesStore } from './devices.store.js';
import type { RequestWay } from './request-way.js';
import { deviceCookieName } from './session-cookie.js';
import { type NewSession, SessionStore } from './session.store.js';

export interface OpenedSession extends NewSession {
  /** Secret of the browser, kept longer than the session. */
  readonly device: string;
  readonly userId: string;
  readonly openedAt: Date;
}

/** Opens a session for somebody who has just proven who they are, and remembers their browser. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly sessions: SessionStore,
    private readonly devices: DevicesStore,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async open(tx: Transaction, actor: Actor, way: RequestWay, how: 'password' | 'first_admin' | 'invitation' | 'demo'): Promise<OpenedSession> {
    const now = this.clock.now();
    const session = await this.sessions.create(tx, actor.userId, now, way);
    const device = await this.devices.remember(tx, actor.userId, way.cookies[deviceCookieName(this.config)], now);
    const payload = { sessionId: session.sessionId, how };
    await this.audit.append(tx, { ...actor, sessionId: session.sessionId }, now, {
      type: 'session.opened',
      subject: { kind: 'user', id: actor.userId },
      payload,
    });
    return { ...session, device, userId: actor.userId, openedAt: now };
  }
}
