import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import pg from 'pg';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { createDemoDatabase } from '../support/demo-database.js';
import { RunningProduct } from '../support/running-product.js';
import { type TestDatabase, createTestDatabase } from '../support/test-database.js';

const SHOTS = fileURLToPath(new URL('../../screenshots', import.meta.url));
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export type Language = 'en' | 'zh-CN';
export type Scheme = 'light' | 'dark';

export interface PersonOptions {
  readonly language?: Language;
  readonly scheme?: Scheme;
  readonly width?: number;
}

/** The built product on a database of its own, and a real browser to use it with. */
export class WebTest {
  private constructor(
    readonly address: string,
    private readonly product: RunningProduct,
    private readonly database: TestDatabase,
    private readonly browser: Browser,
  ) {}

  /** `demo`: with the demo organisation; otherwise nobody is there yet. */
  static async start(content: 'demo' | 'empty'): Promise<WebTest> {
    const database = await (content === 'demo' ? createDemoDatabase() : createTestDatabase());
    const environment = {
      DATABASE_URL: database.url,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      RATE_LIMIT_PER_MINUTE: '1000000',
      DATABASE_POOL: '5',
    };
    const product = await RunningProduct.start(environment);
    return new WebTest(product.address, product, database, await openBrowser());
  }

  /** The path and secret of the link for the first admin, as soon as the terminal shows it. */
  async firstAdminLink(): Promise<string> {
    for (;;) {
      const link = /(\/first-admin#\S+)\s/.exec(this.product.said())?.[1];
      if (link) return link;
      await new Promise((again) => setTimeout(again, 50));
    }
  }

  /** Puts something into the database that no route of the product makes at will. */
  async place(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.database.ownerUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.product.end('SIGTERM');
    await this.database.drop();
  }

  /** A window of somebody's own: cookies, storage, language and colours apart from everybody else's. */
  async window({ language = 'en', scheme = 'light', width = 1280 }: PersonOptions = {}): Promise<BrowserContext> {
    const options: BrowserContextOptions = {
      baseURL: this.address,
      locale: language,
      timezoneId: 'UTC',
      colorScheme: scheme,
      reducedMotion: 'reduce',
      viewport: { width, height: width < 600 ? 844 : 800 },
    };
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(20_000);
    await context.addInitScript(`try { localStorage.setItem('plumbline.language', '${language}') } catch {}`);
    return context;
  }

  /** A window in which a person of the demo is signed in already. */
  async signedIn(email: string, options: PersonOptions = {}): Promise<Page> {
    const context = await this.window(options);
    const answer = await context.request.post('/api/v1/auth/demo', { data: { email } });
    if (!answer.ok()) throw new Error(`No demo sign-in for ${email}: ${await answer.text()}`);
    return context.newPage();
  }
}

/** CHROMIUM_PATH, else the system's, else the one that comes as a package. */
async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'] ?? SYSTEM.find((path) => existsSync(path));
  if (own) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, '--no-sandbox'] });
}

/** Conformance to WCAG 2.2 AA and what axe holds to be good practice; only what is wrong is worked out in full. */
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };

/** What axe has against a screen, a line each; empty when it is fine. */
export async function axeFaults(page: Page): Promise<string[]> {
  if ((await page.getByText(/^(Something broke in this page|页面出现异常)/).count()) > 0) return [`${page.url()} broke`];
  if (await page.evaluate(`window.axe === undefined`)) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(RULES)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${page.url()} ${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** How far a screen is wider than its window, in pixels. */
export async function overflow(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}

/** Kept by the long runs under a folder that is no part of the repository, to be looked at. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['EVERY_LOOK'] !== 'yes') return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

/** Settled: nothing is loading, and nothing is drawn as being on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}
