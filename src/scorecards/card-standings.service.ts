import { Injectable } from '@nestjs/common';
import { type Standing, StandingReader } from '../access/standing.reader.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, notFound } from '../domain/refusal.js';
import type { Database, Transaction } from '../platform/database.js';

/** A caller's standing on the application of a card. Where it does not exist for them, the answer is the one for a card nobody has. */
@Injectable()
export class CardStandings {
  constructor(private readonly standings: StandingReader) {}

  async onCard(actor: Actor, applicationId: string, from?: Database | Transaction): Promise<Standing> {
    try {
      return await this.standings.onApplication(actor, applicationId, from);
    } catch (error) {
      throw error instanceof Refusal && error.code === 'not_found' ? notFound('scorecard') : error;
    }
  }
}
