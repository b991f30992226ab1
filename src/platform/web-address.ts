import type { Config } from './config.js';

/** The address people type, without a slash at its end; where none is set, this server's own. */
export function webAddress(config: Config): string {
  const host = /^(0\.0\.0\.0|::|127\.0\.0\.1)$/.test(config.HOST) ? 'localhost' : config.HOST;
  return (config.PUBLIC_URL ?? `http://${host}:${config.PORT}`).replace(/\/+$/, '');
}
