import { randomUUID } from 'node:crypto';
import { Audit } from '../../src/audit/audit.service.js';
import { type Actor, systemActor } from '../../src/domain/actor.js';
import type { DomainEvent, EventType } from '../../src/domain/events/events.js';
import type { TestApp, TestUser } from '../support/test-app.js';

export function actorOf(user: TestUser): Actor {
  return { ...systemActor('system', randomUUID()), userId: user.id, name: user.name, email: user.email, siteRole: 'member', via: 'session' };
}

/** Appends an event the way every room does, as this person, or as the product itself. */
export async function append<Type extends EventType>(app: TestApp, by: TestUser | null, event: DomainEvent<Type>): Promise<void> {
  const actor = by ? actorOf(by) : systemActor('system', randomUUID());
  await app.database.transaction((tx) => app.app.get(Audit).append(tx, actor, app.clock.now(), event));
}
