import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { inverseOf } from '../domain/board/bulk-request.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { type BulkItemDto, BulkPreviewBody, BulkRunBody, BulkRunDto, type BulkStateDto } from './bulk.dto.js';
import { type BulkItemRow, BulkReader, type BulkRunRow, type BulkStandRow } from './bulk.reader.js';
import { BulkService, PREVIEW_LASTS_MS } from './bulk.service.js';

@ApiTags('board')
@Allow()
@Controller('board/bulk')
export class BulkController {
  constructor(
    private readonly service: BulkService,
    private readonly reader: BulkReader,
  ) {}

  /** What an action would do to each of these applications, or why it would not; nothing is changed. */
  @Post('preview')
  @HttpCode(200)
  @Refuses('reason_required', 'idempotency_key_reused', 'idempotency_in_progress')
  async preview(@CurrentActor() actor: Actor, @Body() body: BulkPreviewBody): Promise<BulkRunDto> {
    return this.show(actor, await this.service.preview(actor, body));
  }

  /** Does what the preview showed: each application on its own, those that changed since are refused. Many go on in the background. */
  @Post()
  @HttpCode(200)
  @Refuses('not_found', 'conflict', 'expired', 'reason_required', 'idempotency_key_reused', 'idempotency_in_progress')
  async run(@CurrentActor() actor: Actor, @Body() body: BulkRunBody): Promise<BulkRunDto> {
    const token = body.token.toLowerCase();
    await this.service.run(actor, body, token);
    return this.show(actor, token);
  }

  /** How far it is, and what became of each application. */
  @Get(':runId')
  @Refuses('not_found')
  progress(@CurrentActor() actor: Actor, @Id('runId') id: string): Promise<BulkRunDto> {
    return this.show(actor, id);
  }

  /** Takes a hold or a resumption back, on every application that has not changed since. */
  @Post(':runId/undo')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'already_exists', 'idempotency_key_reused', 'idempotency_in_progress')
  async undo(@CurrentActor() actor: Actor, @Id('runId') id: string): Promise<BulkRunDto> {
    return this.show(actor, await this.service.undo(actor, id));
  }

  private async show(actor: Actor, id: string): Promise<BulkRunDto> {
    return present(await this.reader.run(actor, id));
  }
}

function present(run: BulkRunRow): BulkRunDto {
  const { id, request, state, createdAt, undoOf, undone } = run;
  const count = (of: BulkItemRow['state']) => run.items.filter((item) => item.state === of).length;
  const changed = count('changed');
  return {
    id,
    action: request.action,
    state,
    token: state === 'previewed' ? id : null,
    expiresAt: new Date(createdAt.getTime() + PREVIEW_LASTS_MS),
    undoOf,
    total: run.items.length,
    pending: count('pending'),
    changed,
    refused: count('refused'),
    items: run.items.map(presentItem),
    abilities: { undo: state === 'done' && !undone && changed > 0 && inverseOf(request.action) !== null },
  };
}

function presentItem({ userName, before, after, ...item }: BulkItemRow): BulkItemDto {
  return { ...item, before: standOf(before, userName), after: standOf(after, userName) };
}

function standOf(stand: BulkStandRow | null, userName: string | null): BulkStateDto | null {
  if (stand === null) return null;
  const { status = null, roundKey = null, roundName = null, userId = null } = stand;
  return { status, roundKey, roundName, userId, userName: userId === null ? null : userName };
}
