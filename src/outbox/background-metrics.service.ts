import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../platform/metrics.js';
import { DeadLettersReader } from './dead-letters.reader.js';

/** What an operator watches: work that piles up, and work that died. */
@Injectable()
export class BackgroundMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly reader: DeadLettersReader,
  ) {}

  onModuleInit(): void {
    const reader = this.reader;
    new Gauge({
      name: 'plumbline_background_jobs',
      help: 'Jobs in the table, by kind and state',
      labelNames: ['kind', 'state'],
      registers: [this.metrics.registry],
      async collect() {
        this.reset();
        for (const { kind, due, later, running, dead } of await reader.kinds()) {
          for (const [state, count] of Object.entries({ due, later, running, dead })) this.set({ kind, state }, count);
        }
      },
    });
  }
}
