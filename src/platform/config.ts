import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';

const toInteger = () => Transform(({ value }) => (value === undefined || value === '' ? undefined : Number(value)));
const toBoolean = () =>
  Transform(({ value }) =>
    value === undefined || value === '' ? undefined : value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value,
  );

/**
 * Everything the environment may set, checked once at start. A property's name is the variable's name, so that the
 * message about a bad one names the thing to mend.
 */
export class Config {
  /** Runtime login of a PostgreSQL server, 15 or later. Empty: an embedded PostgreSQL under DATA_DIR. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/.+/, { message: 'must be a postgres:// address' })
  DATABASE_URL?: string;
  /** Login that owns the schema and migrates it. Empty: the same as DATABASE_URL. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/.+/, { message: 'must be a postgres:// address' })
  MIGRATION_DATABASE_URL?: string;
  @toInteger()
  @IsInt()
  @Min(1)
  @Max(200)
  DATABASE_POOL: number = 10;
  @IsString()
  DATA_DIR: string = '.data';
  @toInteger()
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT: number = 3000;
  @IsString()
  HOST: string = '127.0.0.1';
  /** The address people type; decides secure cookies and the links in messages. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL?: string;
  /** Number of proxies in front, or their addresses; 0 trusts none. */
  @IsString()
  @Matches(/^(\d{1,2}|[0-9a-fA-F.:/,\s]+)$/, { message: 'must be a number of proxies or a list of their addresses' })
  TRUST_PROXY: string = '0';
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL: string = 'info';
  @toInteger()
  @IsInt()
  @Min(5)
  @Max(60 * 24 * 30)
  SESSION_IDLE_MINUTES: number = 60 * 12;
  @toInteger()
  @IsInt()
  @Min(1)
  @Max(24 * 90)
  SESSION_ABSOLUTE_HOURS: number = 24 * 7;
  /** A session's secret is replaced after this long, so that a copied one goes stale. */
  @toInteger()
  @IsInt()
  @Min(1)
  @Max(60 * 24 * 90)
  SESSION_ROTATE_MINUTES: number = 60;
  /** Requests a minute for one signed-in person or one address. */
  @toInteger()
  @IsInt()
  @Min(10)
  @Max(1_000_000)
  RATE_LIMIT_PER_MINUTE: number = 1200;
  /** Where candidate files are kept: in the database, or in a folder. */
  @IsIn(['database', 'folder'])
  FILE_STORE: string = 'database';
  @toInteger()
  @IsInt()
  @Min(1)
  @Max(100)
  MAX_FILE_MEGABYTES: number = 10;
  /** The largest file of an import. */
  @toInteger()
  @IsInt()
  @Min(1)
  @Max(4096)
  MAX_IMPORT_MEGABYTES: number = 256;
  @IsOptional()
  @Matches(/^smtps?:\/\/.+/, { message: 'must be an smtp:// or smtps:// address' })
  SMTP_URL?: string;
  @IsString()
  MAIL_FROM: string = 'Plumbline <plumbline@localhost>';
  /** Webhooks may reach private and loopback addresses. */
  @toBoolean()
  @IsBoolean()
  ALLOW_PRIVATE_WEBHOOKS: boolean = false;
  /** Mail, webhooks and reminders run beside this server; off where other processes do them. */
  @toBoolean()
  @IsBoolean()
  BACKGROUND_WORK: boolean = true;
  /** How long a process that stopped answering keeps the work it took. */
  @toInteger()
  @IsInt()
  @Min(1)
  @Max(3600)
  BACKGROUND_LEASE_SECONDS: number = 60;
}

/** Thrown at start: names each variable and what is wrong with it. */
export class ConfigError extends Error {}

/** Reads the configuration from environment variables; an empty variable counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const known = new Config();
  const given: Record<string, string> = {};
  for (const name of [...Object.keys(known), 'DATABASE_URL', 'MIGRATION_DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL']) {
    const value = environment[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const errors = validateSync(config, { forbidUnknownValues: false });
  if (errors.length > 0) {
    const lines = errors.map((error) => `  ${error.property}: ${Object.values(error.constraints ?? {}).join('; ')}`);
    throw new ConfigError(`The configuration cannot be used:\n${lines.join('\n')}\nSee .env.example for every variable.`);
  }
  return config;
}
