import type { Page } from 'playwright-core';
import { CAST } from '../../src/demo/cast.js';
import type { WebTest } from './browser.js';

export const MAYA = 'maya@demo.plumbline.example';
export const WEN = 'wen@demo.plumbline.example';

/** The id of a candidate's debrief, as this person finds it. */
export async function debriefOf(page: Page, candidate: string): Promise<string> {
  const answer = await page.request.get('/api/v1/debriefs?limit=200');
  const { items } = (await answer.json()) as { items: { id: string; candidateName: string }[] };
  return items.find(({ candidateName }) => candidateName === candidate)?.id ?? '';
}

/** The id of a candidate's application, as this person finds it. */
export async function applicationOf(page: Page, candidate: string): Promise<string> {
  const answer = await page.request.get('/api/v1/applications?limit=200');
  const { items } = (await answer.json()) as { items: { id: string; candidateName: string }[] };
  return items.find(({ candidateName }) => candidateName === candidate)?.id ?? '';
}

/** A person of the demo who needs no screen: only what they say to the API. */
export class Colleague {
  private constructor(private readonly page: Page) {}

  static async of(web: WebTest, name: string): Promise<Colleague> {
    return new Colleague(await web.signedIn(`${name}@demo.plumbline.example`));
  }

  /** By their whole name, as the demo's sign-in has it. */
  static async named(web: WebTest, name: string): Promise<Colleague> {
    const member = CAST.find((one) => one.name === name);
    if (!member) throw new Error(`Nobody in the demo is called ${name}.`);
    return Colleague.of(web, member.key);
  }

  async get<Answer>(path: string): Promise<Answer> {
    const answer = await this.page.request.get(`/api/v1${path}`);
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async send<Answer = unknown>(
    method: 'post' | 'put' | 'patch',
    path: string,
    data: object = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const answer = await this.page.request[method](`/api/v1${path}`, { data, headers: { ...headers } });
    const said = await answer.text();
    if (!answer.ok()) throw new Error(`${path}: ${said}`);
    return JSON.parse(said === '' ? 'null' : said) as Answer;
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

/** Everybody votes as said, in that order. */
export async function vote(web: WebTest, debriefId: string, kind: string, votes: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, choice] of Object.entries(votes)) {
    const person = await Colleague.of(web, name);
    await person.send('put', `/debriefs/${debriefId}/ballots/${kind}/vote`, { choice });
    await person.leave();
  }
}

/** Everything the server has told this window so far. */
export function listenTo(page: Page): { readonly heard: string[]; readonly done: () => Promise<unknown> } {
  const heard: string[] = [];
  const reading: Promise<unknown>[] = [];
  page.on('response', (response) => {
    const isStream = response.headers()['content-type']?.startsWith('text/event-stream');
    if (!response.url().includes('/api/') || isStream) return;
    reading.push(
      response.text().then(
        (text) => heard.push(text),
        () => undefined,
      ),
    );
  });
  return { heard, done: () => Promise.all(reading) };
}
