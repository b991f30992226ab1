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

describe('a scorecard without a network', () => {
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

    await page.getByRole('button', { name: /^Oskar Nyberg:/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate("localStorage.getItem('plumbline.open-card')")).toBeNull();
    await page.context().close();
  });
});
