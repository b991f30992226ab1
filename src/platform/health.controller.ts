import { Controller, Get, Header, SetMetadata } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Refusal } from '../domain/refusal.js';
import { Database } from './database.js';
import { Metrics } from './metrics.js';
import { sql } from './statement.js';

const PING = sql`select 1`;
/** `platform` imports no room, so the rule that `@Public()` of `access` sets is written out here. */
const Open = () => SetMetadata('plumbline:access', { kind: 'public' });

/** For load balancers and monitoring; outside `/api/v1`, open to anybody who reaches the port. */
@ApiExcludeController()
@Controller()
@Open()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  /** The process lives. */
  @Get('healthz')
  healthz(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Get('readyz')
  async readyz(): Promise<{ status: 'ready' }> {
    try {
      await this.database.query(PING);
    } catch {
      throw new Refusal('temporarily_unavailable', 'The database does not answer.');
    }
    return { status: 'ready' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
