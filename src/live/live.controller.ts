import type { ServerResponse } from 'node:http';
import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ActingRequest, Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { LiveDoor } from './live-door.service.js';
import { LiveStreams } from './live-streams.service.js';

/** Not a place in any record: whoever sends something else is told that everything may have changed. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';
const REF = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

@ApiTags('live')
@Allow()
@Controller('debriefs/:debriefId/events')
export class LiveController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly door: LiveDoor,
  ) {}

  /**
   * Server-sent events. `change` names what to read again: `{"topics":["ballots","debrief"]}`; it never carries the thing
   * itself. Read everything once the stream is open (`open`). A client that comes back with `Last-Event-ID` is told what
   * it missed. The stream ends when you may not see the cards any more, and says nothing about why.
   */
  @Get()
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last event received' })
  @ApiOkResponse({ description: 'A stream of `open` and `change` events', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @Refuses('not_found', 'sealed')
  async follow(
    @CurrentActor() actor: Actor,
    @Id('debriefId') debriefId: string,
    @Headers('last-event-id') lastSeen: string | undefined,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.prepare(actor);
    const { standing } = await this.door.enter(actor, debriefId);
    const out = beginAnswer(request, reply);
    if (request.method === 'HEAD') return void out.end();
    const place = lastSeen === undefined || lastSeen === '' ? null : REF.test(lastSeen) ? lastSeen.toLowerCase() : NOWHERE;
    await this.streams.open({ actor, applicationId: standing.applicationId, out, lastSeen: place }).catch(() => out.destroy());
  }
}

/** Takes the answer out of the framework's hands; a proxy that would hold it back or pack it is told not to. */
function beginAnswer(request: ActingRequest, reply: FastifyReply): ServerResponse {
  void reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store, no-transform')
    .header('x-accel-buffering', 'no');
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
  request.raw.socket.setNoDelay(true);
  request.raw.socket.setKeepAlive(true, 30_000);
  reply.raw.writeHead(200);
  reply.raw.flushHeaders();
  return reply.raw;
}
