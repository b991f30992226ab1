import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '../support/test-database.js';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('openapi.json', () => {
  it('is what the built product publishes: after a change, npm run openapi', async () => {
    const database = await createTestDatabase();
    const environment = { ...process.env, DATABASE_URL: database.url, LOG_LEVEL: 'silent', BACKGROUND_WORK: 'false' };
    const printed = spawnSync(process.execPath, [file('dist/cli.js'), 'openapi'], {
      env: environment,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    await database.drop();
    expect(printed.stderr).not.toContain('could not');
    expect(JSON.parse(readFileSync(file('openapi.json'), 'utf8'))).toEqual(JSON.parse(printed.stdout));
  });

  it('is OpenAPI 3.1, names every operation once and says how each can fail', () => {
    const document = JSON.parse(readFileSync(file('openapi.json'), 'utf8')) as { openapi: string; paths: Record<string, Record<string, Operation>> };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const names = operations.map((operation) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(
      operations.filter((operation) => !('401' in operation.responses) || !('500' in operation.responses)).map((operation) => operation.operationId),
    ).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it('asks for nothing that has a default', () => {
    const asked: string[] = [];
    JSON.parse(
      readFileSync(file('openapi.json'), 'utf8'),
      (key, value: { required?: unknown; schema?: object; properties?: Record<string, object> }) => {
        if (value?.required === true && value.schema && 'default' in value.schema) asked.push(key);
        if (!Array.isArray(value?.required) || !value.properties) return value;
        for (const name of value.required) if ('default' in (value.properties[name] ?? {})) asked.push(name);
        return value;
      },
    );
    expect(asked).toEqual([]);
  });
});
