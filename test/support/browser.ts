import request, { type Response, type Test } from 'supertest';
import type { TestApp } from './test-app.js';

/** Keeps cookies as a browser does, so that signing in is tested the way people do it. */
export class Browser {
  private readonly jar = new Map<string, string>();

  constructor(
    private readonly app: TestApp,
    /** The address it comes from, as the proxy in front would say (with TRUST_PROXY=1). */
    private readonly address?: string,
  ) {}

  get(path: string): Test {
    return this.send('get', path);
  }
  post(path: string, body?: unknown): Test {
    return this.send('post', path, body);
  }
  put(path: string, body?: unknown): Test {
    return this.send('put', path, body);
  }
  patch(path: string, body?: unknown): Test {
    return this.send('patch', path, body);
  }
  delete(path: string): Test {
    return this.send('delete', path);
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }
  setCookie(name: string, value: string | undefined): void {
    if (value === undefined) this.jar.delete(name);
    else this.jar.set(name, value);
  }

  signIn(email: string, password: string): Test {
    return this.post('/auth/sign-in', { email, password });
  }

  private send(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: unknown): Test {
    const test = request(this.app.app.getHttpServer())[method](`/api/v1${path}`);
    if (this.address) test.set('x-forwarded-for', this.address);
    if (this.jar.size > 0) test.set('cookie', [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '));
    test.on('response', (response: Response) => this.keep(response));
    return body === undefined ? test : test.send(body as object);
  }

  private keep(response: Response): void {
    const headers = response.headers['set-cookie'] as unknown as string[] | undefined;
    for (const header of headers ?? []) {
      const [pair = ''] = header.split(';');
      const at = pair.indexOf('=');
      this.setCookie(pair.slice(0, at), pair.slice(at + 1) || undefined);
    }
  }
}

export const GOOD_PASSWORD = 'walnut ferry cobalt dune';

/** A user with this password, made with an invitation as people are. */
export async function invited(
  app: TestApp,
  admin: { post(path: string, body?: unknown): Test },
  name: string,
  siteRole: 'admin' | 'member' | 'auditor' = 'member',
): Promise<{ id: string; email: string; browser: Browser }> {
  const email = `${name.toLowerCase()}@example.test`;
  const sent = await admin.post('/invitations', { email, siteRole }).expect(201);
  const browser = new Browser(app);
  const opened = await browser.post('/auth/invitations/accept', { token: secretOf(sent.body.link), name, password: GOOD_PASSWORD }).expect(201);
  return { id: opened.body.user.id, email, browser };
}

/** What stands behind the `#` of a one-time link. */
export function secretOf(link: string): string {
  return link.split('#')[1] ?? '';
}
