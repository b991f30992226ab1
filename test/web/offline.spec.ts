import type { Page } from 'playwright-core';
import { WebTest } from './browser.js';

/** Owes a card on Sana Iqbal. */
const OSKAR = 'oskar@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

const notes = (page: Page) => page.getByRole('textbox', { name: 'Notes', exact: true });
const saved = (page: Page) => page.locator('[data-state=saved]').first().waitFor();

describe('a scorecard without a network', () => {
  it('opens again on a reload with all that was typed, and is saved once the network is back', async () => {
    const page = await web.signedIn(OSKAR);
    const context = page.context();
    await page.goto('/interviews');
    await page.getByRole('link', { name: /: Sana Iqbal,/ }).click();
    await notes(page).fill('Named an owner.');
    await saved(page);
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');

    // The last save before the network goes reaches the server; its answer does not come back.
    await page.route('**/draft', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await notes(page).fill('Named an owner. Argued from data.');
    await page.locator('[data-state=unreachable]').waitFor();
    await context.setOffline(true);
    await page.unroute('**/draft');
    await page.reload();
    await expect(notes(page).inputValue()).resolves.toBe('Named an owner. Argued from data.');
    await notes(page).fill('Named an owner. Argued from data. Twice.');
    await page.locator('[data-state=unreachable]').waitFor();
    await page.reload();
    await expect(notes(page).inputValue()).resolves.toBe('Named an owner. Argued from data. Twice.');

    await context.setOffline(false);
    await saved(page);
    await expect(page.getByRole('dialog').count()).resolves.toBe(0);
    const other = await web.signedIn(OSKAR);
    await other.goto(page.url());
    await expect(notes(other).inputValue()).resolves.toBe('Named an owner. Argued from data. Twice.');
    await other.context().close();
    await context.close();
  });

  it('keeps no answer of the API but what opens the one card, and nothing after signing out', async () => {
    const page = await web.signedIn(OSKAR);
    await page.goto('/interviews');
    await page.getByRole('link', { name: /: Sana Iqbal,/ }).click();
    await notes(page).waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const kept = await page.evaluate<string[]>(
      'caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((one) => one.keys())))).then((all) => all.flat().map(({ url }) => new URL(url).pathname))',
    );
    expect(kept).toContain('/');
    expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);
    expect(await page.evaluate("localStorage.getItem('plumbline.open-card')")).toContain('Sana Iqbal');

    await page.getByRole('button', { name: /^Oskar Nyberg .*sign out$/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate("localStorage.getItem('plumbline.open-card')")).toBeNull();
    await page.context().close();
  });
});
