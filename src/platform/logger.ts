import type { LoggerService } from '@nestjs/common';
import { type Logger, type LoggerOptions, pino } from 'pino';

/**
 * One pino logger for the framework and the HTTP server: JSON lines, secrets left out. Written some fifty lines at a time, at the
 * latest after half a second, so that not every request pays for a write of its own. On exit what is left is written out.
 */
export function createLogger(level: string): Logger {
  const options: LoggerOptions = {
    level,
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'], remove: true },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return pino(options, pino.destination({ dest: 1, sync: false, minLength: 12_288, periodicFlush: 500 }));
}

/** What the framework tells of itself while it puts the product together: of use to who changes the product, not to who runs it. */
const ASSEMBLY = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Nest's logging interface over pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.write(context !== undefined && ASSEMBLY.has(context) ? 'debug' : 'info', message, context);
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.write('error', message, context ?? stack);
  }
  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }
  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }
  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }

  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, context?: string): void {
    if (typeof message === 'object' && message !== null) this.logger[level]({ context, ...message });
    else this.logger[level]({ context }, String(message));
  }
}
