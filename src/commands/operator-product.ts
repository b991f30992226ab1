import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { readConfig } from '../platform/config.js';
import { withDatabase } from '../platform/operator-database.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The product's own use cases on the configured database (or the embedded one), without serving, for one command. */
export function withProduct<T>(environment: Environment, say: (line: string) => void, work: (app: NestFastifyApplication) => Promise<T>): Promise<T> {
  return withDatabase(environment, say, async (database) => {
    const { options } = database.dataSource;
    const url = options.type === 'postgres' ? options.url : undefined;
    const app = await createApp({ ...readConfig(environment), DATABASE_URL: url, LOG_LEVEL: 'silent', BACKGROUND_WORK: false });
    try {
      await app.init();
      return await work(app);
    } finally {
      await app.close();
    }
  });
}
