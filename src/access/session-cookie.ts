import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import type { Config } from '../platform/config.js';

function isSecure(config: Config): boolean {
  return config.PUBLIC_URL?.startsWith('https://') ?? false;
}

/** The `__Host-` prefix binds the cookie to this host over https; plain http (a laptop) cannot carry it. */
export function sessionCookieName(config: Config): string {
  return isSecure(config) ? '__Host-plumbline' : 'plumbline';
}

/** Marks a browser on which somebody signed in; it opens nothing, it only keeps strangers' failures apart. */
export function deviceCookieName(config: Config): string {
  return isSecure(config) ? '__Host-plumbline-device' : 'plumbline-device';
}

export function sessionCookieOptions(config: Config, expires: Date): CookieSerializeOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(config), expires };
}

export function setSessionCookie(reply: FastifyReply, config: Config, session: { readonly secret: string; readonly expiresAt: Date }): void {
  void reply.setCookie(sessionCookieName(config), session.secret, sessionCookieOptions(config, session.expiresAt));
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  void reply.clearCookie(sessionCookieName(config), { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(config) });
}
