import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { TestApp } from '../support/test-app.js';

const METHOD = 'method';
const PATH = 'path';

/** Every route of every controller as it is mounted, documented or not: `GET /api/v1/scorecards/:scorecardId`. */
export function productRoutes(app: TestApp): string[] {
  const routes = new Set<string>();
  for (const module of app.app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      for (const name of Object.getOwnPropertyNames(metatype.prototype)) {
        const handler: unknown = Object.getOwnPropertyDescriptor(metatype.prototype, name)?.value;
        if (typeof handler !== 'function') continue;
        const method: unknown = Reflect.getMetadata(METHOD, handler);
        if (typeof method !== 'number') continue;
        for (const prefix of paths(Reflect.getMetadata(PATH, metatype))) {
          for (const path of paths(Reflect.getMetadata(PATH, handler)))
            routes.add(
              `${RequestMethod[method]} /${[prefix, path]
                .flatMap((part) => part.split('/'))
                .filter((part) => part !== '')
                .join('/')}`,
            );
        }
      }
    }
  }
  return [...routes].sort();
}

function paths(metadata: unknown): string[] {
  if (Array.isArray(metadata)) return metadata.filter((one): one is string => typeof one === 'string');
  return typeof metadata === 'string' ? [metadata] : [''];
}
