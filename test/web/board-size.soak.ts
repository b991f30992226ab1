import type { CDPSession, Page } from 'playwright-core';
import { WebTest, settled } from './browser.js';
import { uploadOf } from './recruiter-screens.js';

/**
 * A board of 2,000 rows in a real browser. What frames take is printed, never asserted: it says as much about the machine as about the board.
 * That every row can be reached, and that only those in sight are drawn, is.
 */
const ROSA = 'rosa@demo.plumbline.example';
const ROWS = 2000;

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
  const page = await web.signedIn(ROSA);
  const people = Array.from(
    { length: ROWS },
    (_, n) => `Person ${String(n).padStart(4, '0')};p${n}@example.test;AI Product Manager, Autonomous Driving`,
  );
  const id = await uploadOf(page, 'csv', 'people.csv', ['Name;Email;Job', ...people].join('\n'));
  await page.request.post(`/api/v1/imports/${id.id}/mapping`, { data: { columns: { name: 'Name', email: 'Email', job: 'Job' } } });
  await id.rested();
  await page.request.post(`/api/v1/imports/${id.id}/run`, { data: {} });
  await id.rested();
  await page.context().close();
}, 600_000);
afterAll(() => web.stop());

interface Frames {
  readonly deltas: number[];
  readonly longTasks: number[];
}

const WATCH = `(() => {
  const seen = (window.seenFrames = { deltas: [], longTasks: [], on: true });
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) if (seen.on) seen.longTasks.push(duration); }).observe({ entryTypes: ['longtask'] });
  let last = performance.now();
  const next = (now) => { if (!seen.on) return; seen.deltas.push(now - last); last = now; requestAnimationFrame(next); };
  requestAnimationFrame(next);
})()`;

/** Seconds that the page has spent so far, by what on. */
async function spent(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function watchedBy(session: CDPSession, page: Page, what: string, act: () => Promise<unknown>): Promise<void> {
  const before = await spent(session);
  await page.evaluate(WATCH);
  await act();
  const { deltas, longTasks } = (await page.evaluate('(window.seenFrames.on = false, window.seenFrames)')) as Frames;
  const sorted = deltas.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  const over = (limit: number) => `${deltas.filter((delta) => delta > limit).length} over ${limit} ms`;
  const after = await spent(session);
  const seconds = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)).toFixed(2);
  const work = `script ${seconds('ScriptDuration')} s, style ${seconds('RecalcStyleDuration')} s, layout ${seconds('LayoutDuration')} s`;
  const longest = Math.max(0, ...longTasks).toFixed(0);
  process.stderr.write(
    `${what}: ${deltas.length} frames, median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms; ${over(34)}, ${over(100)}; ${longTasks.length} long tasks, longest ${longest} ms; ${work}\n`,
  );
}

const drawnRows = (page: Page) => page.locator('[role=row][data-index]');
const lastDrawn = async (page: Page) => Number(await drawnRows(page).last().getAttribute('data-index'));

describe('a board of 2,000 rows', () => {
  it('is walked to its end by wheel and by keys, with only the rows in sight drawn', async () => {
    const page = await web.signedIn(ROSA);
    await page.goto('/board');
    await settled(page);
    const total = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1;
    expect(total).toBeGreaterThanOrEqual(ROWS);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const watched = (what: string, act: () => Promise<unknown>) => watchedBy(session, page, what, act);
    const seen = new Set<number>();
    let most = 0;
    await page.mouse.move(700, 500);
    await watched('wheel, reading on', async () => {
      for (let last = 0; last < total - 1; last = await lastDrawn(page)) {
        await page.mouse.wheel(0, 900);
        await page.waitForTimeout(16);
        const indexes = (await page.evaluate(
          `[...document.querySelectorAll('[role=row][data-index]')].map((row) => Number(row.dataset.index))`,
        )) as number[];
        for (const index of indexes) seen.add(index);
        most = Math.max(most, Number(await page.evaluate('document.querySelectorAll("*").length')));
      }
    });
    expect(seen.size).toBe(total);
    expect(await drawnRows(page).count()).toBeLessThan(60);
    expect(most).toBeLessThan(3500);
    process.stderr.write(`most elements in the page: ${most}\n`);

    await watched('wheel, back to the top, all rows read', async () => {
      while (Number(await page.evaluate('window.scrollY')) > 0) {
        await page.mouse.wheel(0, -900);
        await page.waitForTimeout(16);
      }
    });
    await page.keyboard.press('j');
    await watched('key j held, 300 rows', async () => {
      for (let n = 0; n < 300; n += 1) await page.keyboard.press('j');
      await page.locator('[data-index="300"] a:focus').first().waitFor();
    });
    await watched('End and Home', async () => {
      await page.keyboard.press('End');
      await page
        .locator(`[data-index="${total - 1}"] a:focus`)
        .first()
        .waitFor();
      await page.keyboard.press('Home');
      await page.locator('[data-index="0"] a:focus').first().waitFor();
    });
    await watched('one row selected, then all', async () => {
      await page.keyboard.press('Space');
      await page.getByRole('checkbox', { name: 'Select all shown' }).click();
      await page
        .getByText(/^2,\d{3} selected/)
        .first()
        .waitFor();
    });
    await page.context().close();
  }, 600_000);
});
