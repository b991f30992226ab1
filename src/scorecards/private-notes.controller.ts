import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { PrivateNotesService } from './private-notes.service.js';
import { PrivateNoteDto, SavePrivateNoteBody } from './scorecard-writing.dto.js';

@ApiTags('scorecards')
@Allow()
@Controller('scorecards/:scorecardId/private-note')
export class PrivateNotesController {
  constructor(private readonly notes: PrivateNotesService) {}

  /** The author's note; to recruiters and hiring manager only where the author chose so and they may read the card. */
  @Get()
  @Refuses('not_found')
  async read(
    @CurrentActor() actor: Actor,
    @Id('scorecardId') scorecardId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PrivateNoteDto> {
    const note = await this.notes.read(actor, scorecardId);
    if (note.abilities.edit) setVersion(reply, note.version);
    return note;
  }

  @Put()
  @Refuses('not_found', 'version_conflict', 'precondition_required')
  async save(
    @CurrentActor() actor: Actor,
    @Id('scorecardId') scorecardId: string,
    @IfMatch() expected: number,
    @Body() body: SavePrivateNoteBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PrivateNoteDto> {
    const note = await this.notes.save(actor, scorecardId, expected, body);
    setVersion(reply, note.version);
    return note;
  }
}
