import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly schema: Schema;
}

export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in the document, without the prefix: `/jobs/{jobId}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

interface Document {
  readonly paths: Record<string, Record<string, { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

const PREFIX = '/api/v1';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The committed `openapi.json`, read as a list of what can be asked. */
export class ProductDocument {
  private readonly document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as Document;
  private readonly ajv = new Ajv2020({ strict: false });

  constructor() {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'openapi', components: this.document.components });
  }

  operations(): Operation[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      METHODS.flatMap((method) => {
        const found = methods[method];
        if (!found) return [];
        return [
          {
            method,
            path: path.slice(PREFIX.length),
            parameters: found.parameters ?? [],
            body: found.requestBody?.content['application/json']?.schema,
          },
        ];
      }),
    );
  }

  /** The schema itself, where it is named elsewhere. */
  resolve(schema: Schema): Schema {
    if (schema.$ref) return this.resolve(this.document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    const first = schema.allOf?.[0] ?? schema.oneOf?.[0] ?? schema.anyOf?.[0];
    return first ? this.resolve(first) : schema;
  }

  validator(schema: Schema): ValidateFunction {
    return this.ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components')) as object);
  }

  /** A value the schema allows; `id` gives the ids. */
  sample(schema: Schema, id: (name: string) => string, name = ''): unknown {
    const known = this.resolve(schema);
    if (known.enum) return known.enum[0];
    if (known.format === 'uuid') return id(name);
    if (known.example !== undefined) return known.example;
    const type = typeof known.type === 'string' ? known.type : known.type?.[0];
    if (type === 'object' || known.properties)
      return Object.fromEntries(Object.entries(known.properties ?? {}).map(([key, member]) => [key, this.sample(member, id, key)]));
    if (type === 'array') return [this.sample(known.items ?? {}, id, name)];
    if (type === 'number' || type === 'integer') return known.minimum ?? 1;
    if (type === 'boolean') return true;
    return TEXT_OF_FORMAT[known.format ?? ''] ?? 'words';
  }
}

const TEXT_OF_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-04-01T10:00:00.000Z',
  date: '2026-04-01',
  email: 'somebody@example.test',
  uri: 'https://example.test/a',
};
