import { type ExecutionContext, createParamDecorator, applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../domain/refusal.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const IdFromPath = createParamDecorator((name: string, context: ExecutionContext): string => {
  const params = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>().params;
  const id = params[name] ?? '';
  if (!UUID.test(id)) {
    throw new Refusal('validation_failed', `/${name}: is not an id.`, [{ pointer: `/${name}`, in: 'path', code: 'uuid', detail: 'is not an id' }]);
  }
  return id.toLowerCase();
});

/** An id in the path: a UUID, or a refusal that names it. */
export function Id(name: string): ParameterDecorator {
  const fromPath = IdFromPath(name);
  return (target, method, index) => {
    fromPath(target, method, index);
    if (method === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, method);
    if (descriptor) applyDecorators(ApiParam({ name, schema: { type: 'string', format: 'uuid' } }))(target, method, descriptor);
  };
}
