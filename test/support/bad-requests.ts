import type { Response } from 'supertest';
import type { FullHouse } from './full-house.js';
import { type Mutation, WRONG_TEXTS, mutationsOf, someOf } from './mutations.js';
import type { Operation, ProductDocument } from './product-document.js';
import { tableDigest } from './table-digest.js';

/** How many wrong bodies and wrong texts are tried at each route. */
export interface Amount {
  readonly bodies: number;
  readonly texts: number;
  readonly seed: number;
}

interface Answered {
  readonly what: string;
  readonly answer: Response;
}

/** Asks a route wrongly in many ways; says every way in which it did not answer as it must. */
export class BadRequests {
  constructor(
    private readonly house: FullHouse,
    private readonly document: ProductDocument,
    private readonly amount: Amount,
  ) {}

  async complaints(operation: Operation): Promise<string[]> {
    const before = await tableDigest(this.house.app);
    const refused = [...(await this.wrongBodies(operation)), ...(await this.wrongVersions(operation)), ...(await this.wrongIds(operation))];
    const after = await tableDigest(this.house.app);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    const written = changed.length > 0 ? [`wrote to ${changed.join(', ')} though all was refused`] : [];
    const asked = await this.wrongQueries(operation);
    return [
      ...refused.flatMap((one) => (one.answer.status < 400 ? [`${one.what}: ${one.answer.status}`] : complaintsOf(one))),
      ...written,
      ...asked.flatMap((one) => (one.answer.status < 400 ? [] : complaintsOf(one))),
    ];
  }

  private async wrongBodies(operation: Operation): Promise<Answered[]> {
    if (!operation.body) return [];
    const valid = this.document.validator(operation.body);
    const sample = this.document.sample(operation.body, (name) => this.house.id(name));
    const certain = mutationsOf(sample).filter((mutation) => !valid(mutation.value) || mutation.what === 'with a member too many');
    const sent: Answered[] = [];
    for (const mutation of someOf(certain, this.amount.bodies, this.amount.seed)) sent.push(await this.send(operation, mutation));
    return sent;
  }

  private async send(operation: Operation, { what, value }: Mutation): Promise<Answered> {
    const test = this.start(operation, this.house.pathOf(operation)).set('content-type', 'application/json').set('if-match', '"1"');
    // Written by hand: lone surrogates and the like must arrive as they are.
    return { what, answer: await test.send(JSON.stringify(value) ?? 'null') };
  }

  private async wrongVersions(operation: Operation): Promise<Answered[]> {
    if (operation.method === 'get' || !operation.body || !this.needsVersion(operation)) return [];
    const body = this.document.sample(operation.body, (name) => this.house.id(name));
    const sent: Answered[] = [];
    for (const version of ['', '*', '"x"', '-1', '99999999999', '"1", "2"']) {
      const answer = await this.start(operation, this.house.pathOf(operation))
        .set('if-match', version)
        .send(body as object);
      sent.push({ what: `If-Match: ${version}`, answer });
    }
    return sent;
  }

  private needsVersion(operation: Operation): boolean {
    return (
      operation.method !== 'post' && !/\/(time|vote|order|default|facts|rubric|current|password)$/.test(operation.path) && operation.path !== '/me'
    );
  }

  private async wrongIds(operation: Operation): Promise<Answered[]> {
    const names = operation.parameters.filter((parameter) => parameter.in === 'path' && this.document.resolve(parameter.schema).format === 'uuid');
    const sent: Answered[] = [];
    for (const { name } of names) {
      for (const wrong of someOf(
        WRONG_TEXTS.filter((text) => text.length < 150 && text.trim() !== '' && text.isWellFormed()),
        this.amount.texts,
        this.amount.seed,
      )) {
        const path = operation.path.replace(/\{(\w+)\}/g, (_, other: string) => encodeURIComponent(other === name ? wrong : this.house.id(other)));
        const body = operation.body ? this.document.sample(operation.body, (one) => this.house.id(one)) : undefined;
        const answer = await (body
          ? this.start(operation, path)
              .set('if-match', '"1"')
              .send(body as object)
          : this.start(operation, path));
        // Nobody's sessions and duties are an empty list, and ending them ends nothing.
        if (answer.status >= 300 || !/^[0-9a-f-]{36}$/.test(wrong)) sent.push({ what: `${name} = ${wrong}`, answer });
      }
    }
    return sent;
  }

  /** Some of these are fine: what counts is that the others are refused as they should be. */
  private async wrongQueries(operation: Operation): Promise<Answered[]> {
    if (operation.path.endsWith('/events') && operation.path !== '/audit/events') return [];
    const names = operation.parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name);
    const sent: Answered[] = [];
    for (const name of names) {
      for (const wrong of someOf(WRONG_TEXTS, this.amount.texts, this.amount.seed)) {
        sent.push({
          what: `?${name}=${wrong.slice(0, 60)}`,
          answer: await this.start(operation, `${this.house.pathOf(operation)}?${name}=${encodeURIComponent(wrong)}`),
        });
      }
      for (const shape of [`${name}[]=1`, `${name}=1&${name}=2`, `${name}[a]=1`])
        sent.push({ what: `?${shape}`, answer: await this.start(operation, `${this.house.pathOf(operation)}?${shape}`) });
    }
    sent.push({ what: '?unheardOf=1', answer: await this.start(operation, `${this.house.pathOf(operation)}?unheardOf=1`) });
    return operation.method === 'get' ? sent : [];
  }

  private start({ method, ...operation }: Operation, path: string) {
    const caller = this.house.app.as(this.house.caller({ method, ...operation }));
    return method === 'put' || method === 'patch' ? caller[method](path, undefined) : caller[method](path);
  }
}

/** What is wrong with a refusal. */
function complaintsOf({ what, answer }: Answered): string[] {
  const { status, body, headers } = answer as { status: number; body: Record<string, unknown>; headers: Record<string, string> };
  const said = (complaint: string) => `${what}: ${status} ${complaint} ${JSON.stringify(body).slice(0, 200)}`;
  if (status >= 500) return [said('')];
  if (!headers['content-type']?.startsWith('application/problem+json')) return [said('is no problem')];
  if (typeof body['code'] !== 'string' || body['requestId'] !== headers['x-request-id']) return [said('lacks its code or request id')];
  if (/\bat .*\.(js|ts):\d+/.test(answer.text)) return [said('shows a stack')];
  const errors = body['errors'];
  if (!Array.isArray(errors)) return [said('has no errors')];
  return body['code'] === 'validation_failed' && errors.length === 0 ? [said('names nothing')] : [];
}
