import { Param, type PipeTransform } from '@nestjs/common';
import { notFound } from '../domain/refusal.js';

class KnownKey implements PipeTransform<string, string> {
  transform(key: string): string {
    if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(key)) throw notFound('round');
    return key;
  }
}

/** The round's key in the path; anything that cannot be one names no round. */
export const RoundKey = (): ParameterDecorator => Param('roundKey', new KnownKey());
