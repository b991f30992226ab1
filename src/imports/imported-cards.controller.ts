import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { ShowImportedCards } from './show-imported-cards.service.js';
import { ImportedCardsDto } from './imports.dto.js';

@ApiTags('imports')
@Allow()
@Controller('applications/:applicationId/imported-cards')
export class ImportedCardsController {
  constructor(private readonly service: ShowImportedCards) {}

  /** What another system's interviewers said of this application, in that system's words. Reading it is kept as an exposure. */
  @Get()
  @Refuses('not_found')
  cards(@CurrentActor() actor: Actor, @Id('applicationId') applicationId: string): Promise<ImportedCardsDto> {
    return this.service.cards(actor, applicationId);
  }
}
