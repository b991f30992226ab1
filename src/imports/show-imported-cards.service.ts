import { Injectable } from '@nestjs/common';
import { ExposureStore } from '../access/exposure.store.js';
import { StandingReader } from '../access/standing.reader.js';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { type ImportedCardRow, ImportedCardsReader } from './imported-cards.reader.js';
import type { ImportedCardDto, ImportedCardsDto } from './imports.dto.js';

/** Shows imported cards to those who may see them; like any reading of another's card it is stored before it is sent. */
@Injectable()
export class ShowImportedCards {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly reader: ImportedCardsReader,
    private readonly exposures: ExposureStore,
    private readonly clock: Clock,
  ) {}

  async cards(actor: Actor, applicationId: string): Promise<ImportedCardsDto> {
    await this.standing.onApplication(actor, applicationId);
    const rows = await this.reader.cards(actor, applicationId);
    const shown = rows.filter((row) => row.interviewerId !== actor.userId).map(({ scorecardId, revision }) => ({ id: scorecardId, revision }));
    await this.exposures.record(this.database, actor.userId, shown, 'scorecard', this.clock.now());
    return { count: await this.reader.count(applicationId), items: rows.map(present) };
  }
}

function present({ original, revision: _, interviewerId: __, ...row }: ImportedCardRow): ImportedCardDto {
  const { overall, ratings, answers } = original;
  return { ...row, overall, ratings: ratings.map((one) => ({ ...one })), answers: answers.map((one) => ({ ...one })) };
}
