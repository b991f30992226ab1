import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { PageQuery } from '../platform/cursor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { BackgroundWorkDto, type DeadLetterDto, DeadLetterPageDto, DiscardBody } from './dead-letters.dto.js';
import { type DeadLetterRow, DeadLettersReader } from './dead-letters.reader.js';
import { DeadLetters } from './dead-letters.service.js';

@ApiTags('background work')
@Allow({ roles: ['admin'], scope: 'admin' })
@Controller('background-work')
export class DeadLettersController {
  constructor(
    private readonly service: DeadLetters,
    private readonly reader: DeadLettersReader,
  ) {}

  /** How much work waits, runs and was given up, by kind. */
  @Get()
  async overview(): Promise<BackgroundWorkDto> {
    return { kinds: await this.reader.kinds() };
  }

  /** Work given up after its last attempt, newest first. */
  @Get('dead-letters')
  async deadLetters(@Query() query: PageQuery): Promise<DeadLetterPageDto> {
    const page = await this.reader.list(query);
    return { items: page.items.map(present), nextCursor: page.nextCursor };
  }

  /** Tries it again at once, with all its attempts before it. */
  @Post('dead-letters/:jobId/retry')
  @HttpCode(204)
  @Refuses('not_found')
  retry(@CurrentActor() actor: Actor, @Id('jobId') jobId: string): Promise<void> {
    return this.service.retry(actor, jobId);
  }

  /** Lets it go, with a reason. */
  @Post('dead-letters/:jobId/discard')
  @HttpCode(204)
  @Refuses('not_found')
  discard(@CurrentActor() actor: Actor, @Id('jobId') jobId: string, @Body() body: DiscardBody): Promise<void> {
    return this.service.discard(actor, jobId, body.reason);
  }
}

function present(row: DeadLetterRow): DeadLetterDto {
  const { sortKey: _, ...letter } = row;
  return { ...letter, abilities: { retry: true, discard: true } };
}
