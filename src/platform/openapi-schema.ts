import type { OpenAPIObject } from '@nestjs/swagger';
import { ANY_JSON } from './any-json.js';

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (!isNode(value)) return value;
  if (value[ANY_JSON] === true) return value['description'] === undefined ? {} : { description: value['description'] };
  const { nullable, example, ...rest } = value;
  const node: Node = Object.fromEntries(Object.entries(rest).map(([key, member]) => [key, convert(member)]));
  if (example !== undefined) node['example'] = example;
  allowDefaults(node);
  if (typeof nullable !== 'boolean') return nullable === undefined ? node : { ...node, nullable: convert(nullable) };
  return nullable ? allowNull(node) : node;
}

const hasDefault = (schema: unknown): boolean => isNode(schema) && schema['default'] !== undefined;

/** What has a default may be left out, in a query as in a body. The generator takes every member without a question mark for required. */
function allowDefaults(node: Node): void {
  const { required, properties, schema } = node;
  if (required === true && hasDefault(schema)) node['required'] = false;
  if (Array.isArray(required) && isNode(properties)) node['required'] = required.filter((member) => !hasDefault(properties[String(member)]));
}

function allowNull(node: Node): Node {
  if (typeof node['type'] === 'string') {
    const withNull: Node = { ...node, type: [node['type'], 'null'] };
    if (Array.isArray(node['enum'])) withNull['enum'] = [...(node['enum'] as unknown[]), null];
    return withNull;
  }
  const { description, ...schema } = node;
  const either: Node = { anyOf: [schema, { type: 'null' }] };
  return description === undefined ? either : { ...either, description };
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12, where null is a type; the generator still writes 3.0's `nullable`. */
export function toJsonSchema31(document: OpenAPIObject): OpenAPIObject {
  return convert(document) as OpenAPIObject;
}
