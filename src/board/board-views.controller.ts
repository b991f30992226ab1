import { Body, Controller, Delete, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { BoardViewBody, BoardViewDto, BoardViewsDto, DefaultBoardViewBody, OrderBoardViewsBody } from './board-views.dto.js';
import { type BoardViewRow, BoardViewsReader } from './board-views.reader.js';
import { BoardViewsService } from './board-views.service.js';
import type { BoardViewContent } from './board-views.store.js';

const lower = (id: string): string => id.toLowerCase();

@ApiTags('board')
@Allow()
@Controller('board/views')
export class BoardViewsController {
  constructor(
    private readonly service: BoardViewsService,
    private readonly reader: BoardViewsReader,
  ) {}

  /** One's own views, and those shared with one. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<BoardViewsDto> {
    return { items: (await this.reader.list(actor)).map((row) => present(actor, row)) };
  }

  @Post()
  @Refuses('wrong_state', 'idempotency_key_reused', 'idempotency_in_progress')
  async create(@CurrentActor() actor: Actor, @Body() body: BoardViewBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<BoardViewDto> {
    return this.show(actor, await this.service.create(actor, contentOf(body)), reply);
  }

  /** Puts one's own views in another order. */
  @Put('order')
  async order(@CurrentActor() actor: Actor, @Body() body: OrderBoardViewsBody): Promise<BoardViewsDto> {
    await this.service.order(actor, body.order.map(lower));
    return this.list(actor);
  }

  /** Chooses the view the board opens with. */
  @Put('default')
  async chooseDefault(@CurrentActor() actor: Actor, @Body() body: DefaultBoardViewBody): Promise<BoardViewsDto> {
    await this.service.chooseDefault(actor, body.viewId === null ? null : lower(body.viewId));
    return this.list(actor);
  }

  @Put(':viewId')
  @Refuses('not_found', 'version_conflict', 'precondition_required')
  async change(
    @CurrentActor() actor: Actor,
    @Id('viewId') id: string,
    @IfMatch() expected: number,
    @Body() body: BoardViewBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoardViewDto> {
    await this.service.change(actor, id, expected, contentOf(body));
    return this.show(actor, id, reply);
  }

  @Delete(':viewId')
  @HttpCode(204)
  @Refuses('not_found')
  remove(@CurrentActor() actor: Actor, @Id('viewId') id: string): Promise<void> {
    return this.service.remove(actor, id);
  }

  private async show(actor: Actor, id: string, reply: FastifyReply): Promise<BoardViewDto> {
    const row = await this.reader.view(actor, id);
    if (!row) throw notFound('view');
    setVersion(reply, row.version);
    return present(actor, row);
  }
}

function present(actor: Actor, row: BoardViewRow): BoardViewDto {
  const own = row.ownerId === actor.userId;
  return { ...row, filters: { ...row.filters }, abilities: { change: own, remove: own } };
}

function contentOf(body: BoardViewBody): BoardViewContent {
  const { jobId, recruiterId, holderId, column, urgency, waitingFor, search, ended } = body.filters;
  const filters = {
    ...(jobId === undefined ? {} : { jobId: lower(jobId) }),
    ...(recruiterId === undefined ? {} : { recruiterId: lower(recruiterId) }),
    ...(holderId === undefined ? {} : { holderId: lower(holderId) }),
    ...(column === undefined ? {} : { column }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(waitingFor === undefined ? {} : { waitingFor }),
    ...(search === undefined ? {} : { search }),
    ...(ended === undefined ? {} : { ended }),
  };
  return { name: body.name, filters, sort: body.sort, sharedWithJobId: body.sharedWithJobId === null ? null : lower(body.sharedWithJobId) };
}
