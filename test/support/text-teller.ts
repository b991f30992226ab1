import request, { type Response } from 'supertest';
import type { TestApp, TestUser } from './test-app.js';

/** Stands in a body wherever a person writes words. */
export const WORDS = '\u0001words\u0001';
const PLAIN = 'plain words';

type Method = 'post' | 'put' | 'patch';

export interface Told {
  readonly route: string;
  readonly body: Record<string, unknown>;
  /** What was sent in each field, by pointer. */
  readonly said: ReadonlyMap<string, string>;
}

interface Fault {
  readonly pointer: string;
  readonly code: string;
}

/** Puts one text into every field of a request, and looks for it wherever it is shown. */
export class TextTeller {
  readonly covered = new Set<string>();
  readonly complaints: string[] = [];

  constructor(
    readonly app: TestApp,
    readonly auditor: TestUser,
    public text = PLAIN,
  ) {}

  /** Sends the template with the text in its fields; a field may refuse it by name, and gets plain words then. */
  async tell(
    user: TestUser,
    method: Method,
    route: string,
    ids: Readonly<Record<string, string>>,
    template: object,
    version?: number,
  ): Promise<Told> {
    const fields = pointersOf(template);
    for (const field of fields) this.covered.add(`${method} ${route} ${field.replace(/\/\d+/g, '/*')}`);
    const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));
    const said = new Map(fields.map((field) => [field, this.text] as const));
    let answer = await this.send(user, method, path, filled(template, said), version);
    if (isUnstorable(this.text) && !this.namesAll(answer, fields))
      this.complaints.push(`${method} ${route} does not name every field that holds ${JSON.stringify(this.text)}: ${answer.status}`);
    // Rules are checked layer by layer, so that a second field may be refused once the first is right.
    for (let round = 0; round < 4 && answer.status >= 400; round += 1) {
      const { errors = [], currentVersion } = answer.body as { errors?: Fault[]; currentVersion?: number };
      for (const field of fields) if (this.refusedRightly(errors, field)) said.set(field, PLAIN);
      answer = await this.send(user, method, path, filled(template, said), version === undefined ? undefined : (currentVersion ?? version));
    }
    if (answer.status >= 300) throw new Error(`${method} ${route} with ${JSON.stringify([...said])}: ${answer.status} ${answer.text.slice(0, 400)}`);
    return { route: `${method} ${route}`, body: answer.body as Record<string, unknown>, said };
  }

  private namesAll(answer: Response, fields: readonly string[]): boolean {
    const named = ((answer.body as { errors?: Fault[] }).errors ?? []).map((fault) => fault.pointer);
    return answer.status === 422 && fields.every((field) => named.includes(field));
  }

  /** What was said stands at these places of what is shown, byte for byte. */
  shows(told: Told, shown: unknown, places: Readonly<Record<string, string>>): void {
    for (const [field, place] of Object.entries(places)) {
      const found = valueAt(shown, place);
      if (found !== told.said.get(field))
        this.complaints.push(`${told.route} ${field}: ${JSON.stringify(told.said.get(field))} came back as ${JSON.stringify(found)} at ${place}`);
    }
  }

  /** What was said at these fields stands in one of the latest events. */
  async records(told: Told, ...fields: readonly string[]): Promise<void> {
    const { body } = await this.app.as(this.auditor).get('/audit/events?limit=4').expect(200);
    const kept = textsOf(body);
    // An empty reason is no reason and may be left out.
    for (const field of fields)
      if (told.said.get(field) !== '' && !kept.has(told.said.get(field) ?? ''))
        this.complaints.push(`${told.route} ${field}: ${JSON.stringify(told.said.get(field))} is not in the record`);
  }

  /** Blank text is refused by many fields, long text by short ones; nothing else that is text and can be kept. */
  private refusedRightly(faults: readonly Fault[], field: string): boolean {
    const fault = faults.find((one) => one.pointer === field || field.startsWith(`${one.pointer}/`));
    if (!fault) return false;
    const right = this.text.trim() === '' || this.text.length > 90 || isUnstorable(this.text);
    if (!right) this.complaints.push(`${field} refuses ${JSON.stringify(this.text)}: ${fault.code}`);
    return true;
  }

  private send(user: TestUser, method: Method, path: string, body: unknown, version?: number): Promise<Response> {
    const test = request(this.app.app.getHttpServer())
      [method](`/api/v1${path}`)
      .set('cookie', `plumbline=${user.secret}`)
      .set('content-type', 'application/json');
    if (version !== undefined) test.set('if-match', `"${version}"`);
    return Promise.resolve(test.send(JSON.stringify(body)));
  }
}

/** What PostgreSQL cannot hold, and what is no text. */
function isUnstorable(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed();
}

function pointersOf(value: unknown, at = ''): string[] {
  if (value === WORDS) return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => pointersOf(member, `${at}/${key}`));
}

function filled(value: unknown, said: ReadonlyMap<string, string>, at = ''): unknown {
  if (value === WORDS) return said.get(at);
  if (Array.isArray(value)) return value.map((one, index) => filled(one, said, `${at}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member, said, `${at}/${key}`)]));
}

export function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => {
      if (Array.isArray(at)) return key === '-1' ? at.at(-1) : at[Number(key)];
      return typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    }, value);
}

function textsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) textsOf(member, found);
  return found;
}
