import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Database } from './database.js';
import { IdempotencyStore } from './idempotency.store.js';
import { Metrics } from './metrics.js';

/** What every room stands on: configuration, clock, database, metrics. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: config.DATABASE_URL,
          autoLoadEntities: true,
          synchronize: false,
          retryAttempts: 3,
          applicationName: 'plumbline',
          extra: { max: config.DATABASE_POOL, connectionTimeoutMillis: 10_000 },
        }),
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        Database,
        IdempotencyStore,
        { provide: Metrics, useFactory: (database: Database) => new Metrics(database), inject: [Database] },
      ],
      exports: [Config, Clock, Database, IdempotencyStore, Metrics],
    };
  }
}
