import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import type { LinkDto, SessionDto } from './auth.dto.js';
import { LinksStore } from './links.store.js';
import { clearSessionCookie, deviceCookieName, sessionCookieOptions, setSessionCookie } from './session-cookie.js';
import type { OpenedSession } from './session-opening.service.js';
import { UsersReader } from './users.reader.js';

/** A browser is remembered for a year after its last sign-in. */
const DEVICE_DAYS = 365;

/** What the routes that open, close and show a session answer, cookies included. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly database: Database,
    private readonly users: UsersReader,
    private readonly links: LinksStore,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async opened(session: OpenedSession, reply: FastifyReply): Promise<SessionDto> {
    setSessionCookie(reply, this.config, session);
    const until = new Date(session.openedAt.getTime() + DEVICE_DAYS * 86_400_000);
    void reply.setCookie(deviceCookieName(this.config), session.device, sessionCookieOptions(this.config, until));
    const account = await this.users.credentialsOf(session.userId);
    return this.session(account ?? null);
  }

  closed(reply: FastifyReply): void {
    clearSessionCookie(reply, this.config);
  }

  async session(person: Pick<Actor, 'userId' | 'name' | 'email' | 'siteRole' | 'timeZone' | 'locale'> | null): Promise<SessionDto> {
    const organisation = (await this.users.organisation()) ?? null;
    const needsFirstAdmin = person === null && !(await this.users.isAnybody());
    const mailsLinks = this.config.SMTP_URL !== undefined;
    if (!person) return { user: null, organisation, needsFirstAdmin, mailsLinks };
    const { userId, name, email, siteRole, timeZone, locale } = person;
    return { user: { id: userId, name, email, siteRole, timeZone, locale }, organisation, needsFirstAdmin, mailsLinks };
  }

  async link(secret: string): Promise<LinkDto> {
    const link = await this.links.find(this.database, secret, this.clock.now());
    const account = link.userId === null ? undefined : await this.users.credentialsOf(link.userId);
    const organisation = await this.users.organisation();
    return {
      kind: link.kind,
      email: account?.email ?? link.email,
      name: account?.name ?? link.name,
      organisation: organisation?.name ?? null,
      expiresAt: link.expiresAt,
    };
  }
}
