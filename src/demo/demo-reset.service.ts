import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ORGANISATION_ID } from '../access/account-opening.service.js';
import type { RequestWay } from '../access/request-way.js';
import { Audit } from '../audit/audit.service.js';

import { type Actor, systemActor } from '../domain/actor.js';
import { invalid, notFound, Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { DemoReader } from './demo.reader.js';

/** Makes the database anew with the demo in it; `record` is done in the new one before it takes the old one's place. */
type Reload = (record: (app: NestFastifyApplication) => Promise<void>) => Promise<void>;

/** The demo begun anew. Only a product that started its own database can do that: it is told how by who started it. */
@Injectable()
export class DemoReset {
  private reload: Reload | undefined;
  private isRunning = false;

  constructor(private readonly reader: DemoReader) {}

  allow(reload: Reload): void {
    this.reload = reload;
  }

  demoOrganisation(): Promise<string | null> {
    return this.reader.organisation();
  }

  isPossible(way: RequestWay): boolean {
    return this.reload !== undefined && way.isLocal;
  }

  async reset(actor: Actor, way: RequestWay, confirmation: string): Promise<void> {
    const organisation = await this.demoOrganisation();
    if (!this.reload || organisation === null || !this.isPossible(way)) throw notFound('demo');
    if (confirmation !== organisation)
      throw invalid([{ pointer: '/confirmation', code: 'not_the_name', detail: `must be the name of the organisation, ${organisation}` }]);
    if (this.isRunning) throw new Refusal('conflict', 'The demo is being loaded anew already. Wait a moment.');
    this.isRunning = true;
    try {
      await this.reload((app) => recordReset(app, actor));
    } finally {
      this.isRunning = false;
    }
  }
}

/** In the new record, because the old one goes: by the same person where the demo has them, in words otherwise. */
async function recordReset(app: NestFastifyApplication, actor: Actor): Promise<void> {
  const { name, email } = actor;
  const person = await app.get(DemoReader).person(email);
  const { sessionId: _, tokenId: __, ...rest } = actor;
  const teller: Actor = person ? { ...rest, userId: person.userId } : systemActor('system', actor.requestId);
  const event = { type: 'demo.reset', subject: { kind: 'organisation', id: ORGANISATION_ID }, payload: { by: { name, email } } } as const;
  await app.get(Database).transaction((tx) => app.get(Audit).append(tx, teller, app.get(Clock).now(), event));
}
