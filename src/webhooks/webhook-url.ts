import { invalid, type Fault } from '../domain/refusal.js';
import { isPublicAddress, literalAddress } from './public-address.js';

function faultOf(url: URL | null, allowPrivate: boolean): string | null {
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'must be an https:// address';
  if (url.protocol === 'http:' && !allowPrivate) return "must be an https:// address: what is sent names people's hiring";
  if (url.username || url.password) return 'must not hold a user name or password; deliveries are signed';
  const literal = literalAddress(url.hostname);
  if (!allowPrivate && ((literal && !isPublicAddress(literal)) || /(^|\.)localhost\.?$/i.test(url.hostname))) return 'must not be a private address';
  return null;
}

/** The address as it will be called. What its name resolves to is checked again at every delivery. */
export function readWebhookUrl(text: string, allowPrivate: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const detail = faultOf(url, allowPrivate);
  if (url && detail === null) return url.href;
  const fault: Fault = { pointer: '/url', code: 'url', detail: detail ?? 'is not an address' };
  throw invalid([fault]);
}
