import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../platform/config.js';

function isSecure(config: Config): boolean {
  return config.PUBLIC_URL?.startsWith('https://') ?? false;
}

/** The `__Host-` prefix binds the cookie to this host over https; plain http (a laptop) cannot carry it. */
export function sessionCookieName(config: Config): string {
  return isSecure(config) ? '__Host-plumbline' : 'plumbline';
}

export function sessionCookieOptions(config: Config, expires: Date): CookieSerializeOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(config), expires };
}
