import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { documentsOf } from './document.decorator.js';
import { type Fault, Refusal, invalid } from '../domain/refusal.js';
import { membersWithRules, rememberRules } from './known-rules.js';

type Part = NonNullable<Fault['in']>;

const DEEPEST = 40;

const PART_OF: Readonly<Record<string, Part>> = { body: 'body', query: 'query', param: 'path' };

/** RFC 6901: `~` and `/` in a member name are escaped. */
function pointerTo(parent: string, member: string | number): string {
  return `${parent}/${String(member).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

function faultsOf(errors: readonly ValidationError[], parent: string, part: Part): Fault[] {
  return errors.flatMap((error) => {
    const pointer = pointerTo(parent, error.property);
    const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ pointer, in: part, code, detail }));
    return [...own, ...faultsOf(error.children ?? [], pointer, part)];
  });
}

/** Whether PostgreSQL can hold every text in a value; without a word on where, which costs the most and is hardly ever asked. */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((member) => isStorable(member, depth + 1));
  return Object.entries(value).every(([key, member]) => isStorable(key, depth + 1) && isStorable(member, depth + 1));
}

/** Text PostgreSQL cannot hold byte for byte (U+0000, half a surrogate pair) is refused by name, not stored differently. */
export function unstorableText(value: unknown, pointer: string, part: Part, depth = 0): Fault[] {
  if (typeof value === 'string') {
    if (value.includes('\u0000'))
      return [{ pointer, in: part, code: 'nul_character', detail: 'holds the character U+0000, which cannot be stored; remove it' }];
    if (!value.isWellFormed())
      return [{ pointer, in: part, code: 'lone_surrogate', detail: 'holds half of a surrogate pair, which is not text; remove it' }];
    return [];
  }
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  if (depth > DEEPEST) return [{ pointer, in: part, code: 'too_deep', detail: 'is nested too deeply' }];
  return Object.entries(value).flatMap(([key, member]) => [
    ...unstorableText(key, pointerTo(pointer, key), part, depth + 1),
    ...unstorableText(member, pointerTo(pointer, key), part, depth + 1),
  ]);
}

/** Bad input is refused whole, with every fault named. Unknown members are faults, not noise. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> | unknown {
    const part = PART_OF[metadata.type];
    if (!part) return value;
    const faults = isStorable(value) ? [] : unstorableText(value, metadata.data ? `/${metadata.data}` : '', part);
    if (faults.length > 0) throw invalid(faults);
    if (part === 'body' && metadata.metatype && isDto(metadata.metatype) && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw new Refusal('malformed_request', 'The request needs a JSON object as its body.');
    }
    return validated(value, metadata, part);
  }
}

/** A document is set aside while what stands around it is validated: its shape is the domain's to read. */
async function validated(value: unknown, metadata: ArgumentMetadata, part: Part): Promise<unknown> {
  const { metatype } = metadata;
  if (part !== 'body' || !metatype || !isRecord(value)) return VALIDATION[part].transform(value, metadata);
  const members = documentsOf(metatype).filter((member) => isRecord(value[member]));
  if (members.length === 0) return VALIDATION[part].transform(value, metadata);
  // A card that is saved: nothing stands around it.
  const isDocument = (member: string) => members.includes(member);
  if (Object.keys(value).every(isDocument) && membersWithRules(metatype).every(isDocument)) return Object.assign(new metatype(), value);
  const around = { ...value, ...Object.fromEntries(members.map((member) => [member, {}])) };
  const body: object = await VALIDATION[part].transform(around, metadata);
  return Object.assign(body, Object.fromEntries(members.map((member) => [member, value[member]])));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDto(type: NonNullable<ArgumentMetadata['metatype']>): boolean {
  return ![String, Number, Boolean, Array, Object, Buffer].some((plain) => plain === type);
}

function validation(part: Part): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => invalid(faultsOf(errors, '', part)),
  });
}

rememberRules();

/** Made once: making one looks its packages up anew. */
const VALIDATION: Readonly<Record<Part, ValidationPipe>> = {
  body: validation('body'),
  query: validation('query'),
  path: validation('path'),
  header: validation('header'),
};
