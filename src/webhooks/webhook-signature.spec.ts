import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { newWebhookSecret, signedHeaders } from './webhook-signature.js';

interface Vector {
  readonly secret: string;
  readonly id: string;
  readonly timestamp: number;
  readonly payload: string;
  readonly signature: string;
}

const { sign } = JSON.parse(readFileSync(new URL('../../test/reference/webhooks/vectors.json', import.meta.url), 'utf8')) as { sign: Vector[] };

describe('webhook signatures', () => {
  it.each(sign)('are those of the published vector $id', ({ secret, id, timestamp, payload, signature }) => {
    expect(signedHeaders(id, new Date(timestamp * 1000), payload, [secret])).toEqual({
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature,
    });
  });

  it('are accepted from either secret while one replaces the other, and from no third', () => {
    const [old, fresh, other] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    const headers = signedHeaders('msg_1', new Date(), '{"a":"é"}', [fresh, old]);
    for (const secret of [old, fresh]) expect(new Webhook(secret).verify('{"a":"é"}', { ...headers })).toEqual({ a: 'é' });
    expect(() => new Webhook(other).verify('{"a":"é"}', { ...headers })).toThrow();
    expect(() => new Webhook(old).verify('{"a":"e"}', { ...headers })).toThrow();
  });

  it('come from secrets of 256 random bits', () => {
    expect(Buffer.from(newWebhookSecret().replace('whsec_', ''), 'base64')).toHaveLength(32);
    expect(newWebhookSecret()).not.toBe(newWebhookSecret());
  });
});
