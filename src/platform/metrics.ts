import { Injectable } from '@nestjs/common';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { Database } from './database.js';

/** Prometheus metrics of this process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(database: Database) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'plumbline_http_request_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [this.registry],
    });
    const pool = () => database.pool;
    new Gauge({
      name: 'plumbline_database_connections',
      help: 'Connections of the pool, by state',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'idle' }, pool().idleCount);
        this.set({ state: 'busy' }, pool().totalCount - pool().idleCount);
        this.set({ state: 'waiting' }, pool().waitingCount);
      },
    });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }
}
