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
  if (typeof nullable !== 'boolean') return nullable === undefined ? node : { ...node, nullable: convert(nullable) };
  return nullable ? allowNull(node) : node;
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
