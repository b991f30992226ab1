import type { Page, Response } from 'playwright-core';
import { WebTest, settled } from './browser.js';

/** In the demo: late with a card on Marcus Bell's final loop, and submitted on Elena Petrova. */
const INES = 'ines@demo.plumbline.example';
/** Owes a card on Sana Iqbal. */
const OSKAR = 'oskar@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const saved = (page: Page) => page.locator('[data-state=saved]').first().waitFor();

async function openCard(page: Page, candidate: string): Promise<void> {
  await page.goto('/interviews');
  await page.getByRole('link', { name: new RegExp(`: ${candidate},`) }).click();
  await page.getByRole('heading', { level: 1, name: candidate }).waitFor();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
}

/** Moves to a part of the card by its name in the rail. */
async function goTo(page: Page, part: string | RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of the scorecard' }).getByRole('button', { name: part }).click();
}

describe('an interviewer, given only the address and a demo sign-in', () => {
  it('finds the late card, writes it with the keyboard, is told what is missing, submits it, and only then reads the others', async () => {
    const context = await web.window();
    const page = await context.newPage();
    const bodies: string[] = [];
    const remember = async (response: Response) => {
      if (response.url().includes('/api/')) bodies.push(await response.text().catch(() => ''));
    };
    page.on('response', (response) => void remember(response));

    await page.goto('/scorecards/not-mine');
    await page.getByRole('button', { name: /Inés Calderón/ }).click();
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    expect(page.url()).toContain('/scorecards/not-mine');
    await page.getByRole('link', { name: 'Go to the start' }).click();

    const late = page.getByRole('region', { name: /^Late/ }).getByRole('listitem');
    await expect(late.getByText(/late$/).innerText()).resolves.toMatch(/(hours|days) late/);
    await late.getByRole('link', { name: /Score: Marcus Bell/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Depth of impact' }).waitFor();

    // Blind: the screen and every answer so far hold nobody's words on this candidate.
    await page.goto(`${page.url().split('#')[0] ?? ''}?tab=panel`);
    await page.getByRole('heading', { level: 2, name: 'Depth of impact' }).waitFor();
    const others = await page.request.get(`/api/v1/scorecards?applicationId=${applicationIn(bodies)}`);
    const cards = (await others.json()).items as {
      id: string;
      status: string;
      abilities: { read: boolean };
      content?: unknown;
    }[];
    const submitted = cards.filter(({ status }) => status === 'submitted');
    expect(submitted.length).toBeGreaterThan(3);
    for (const card of submitted) {
      expect(card.abilities.read).toBe(false);
      const answer = await page.request.get(`/api/v1/scorecards/${card.id}`);
      expect(await answer.json()).not.toHaveProperty('content');
    }
    expect(bodies.filter((body) => /"ratings":\[\{/.test(body))).toEqual([]);

    // Every level's anchor is in sight while one chooses, and a number key scores.
    await expect(page.getByRole('radiogroup', { name: 'Level' }).getByRole('radio').count()).resolves.toBe(5);
    await page.getByText('Offers outputs as impact').waitFor();
    await page.keyboard.press('3');
    await expect(page.getByRole('radio', { name: /Yes Tells at least one result/ }).isChecked()).resolves.toBe(true);
    await page.getByText('Product impact: 67%').waitFor();
    await saved(page);

    // The review names what the server misses, with the way to it.
    await page.getByRole('button', { name: 'Review and submit', exact: true }).first().click();
    await page.getByText('6 things are still missing').waitFor();
    await expect(page.getByRole('button', { name: 'Submit the scorecard' }).isDisabled()).resolves.toBe(true);
    await page.getByRole('button', { name: /Depth of impact: this level needs evidence/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Depth of impact' }).waitFor();
    await page.getByText('Needs evidence for its level', { exact: false }).first().waitFor();

    await page.getByRole('button', { name: 'Metric story', exact: true }).click();
    await field(page, 'Metric').fill('latency');
    await field(page, 'Unit').fill('ms');
    await field(page, 'Baseline').fill('120');
    await field(page, 'Result').fill('78');
    await expect(page.locator('output').first().innerText()).resolves.toBe('-35 %');

    await page.getByRole('heading', { level: 2, name: 'Depth of impact' }).click();
    for (const name of ['Product strategy', 'Cross-functional ownership', 'Regulatory and safety foresight', 'Execution']) {
      await page.keyboard.press('n');
      await page.keyboard.press('0');
      await expect(page.getByRole('heading', { level: 2 }).first().innerText()).resolves.toBe(name);
      await expect(page.getByRole('radio', { name: /Not assessed/ }).isChecked()).resolves.toBe(true);
    }
    await page.keyboard.press('n');
    await page.getByRole('radio', { name: /^Hire Above the bar/ }).check({ force: true });
    await field(page, 'Summary').fill('Cut latency by a third and said what it cost.');
    await goTo(page, 'Review and submit');
    await page.getByText('Everything that is needed is there.').waitFor();
    await page.getByRole('button', { name: 'Submit the scorecard' }).click();
    await page.getByRole('tab', { name: 'The panel' }).waitFor();
    await page.getByText('Cut latency by a third and said what it cost.').waitFor();

    await page.getByRole('tab', { name: 'The panel' }).click();
    await page.getByRole('link', { name: 'Read the scorecard of Lin Haoran' }).click();
    await page.getByText('Scorecard of Lin Haoran').waitFor();
    await page.locator('[data-verdict]').waitFor();
    await context.close();
  });

  it('loses nothing that was typed: not on reload, not without a network, not when the browser is closed in mid-word', async () => {
    const page = await web.signedIn(OSKAR);
    const context = page.context();
    await openCard(page, 'Sana Iqbal');
    const address = page.url();
    await field(page, 'Notes').fill('Asked what fills the bus before');
    await page.reload();
    await expect(field(page, 'Notes').inputValue()).resolves.toBe('Asked what fills the bus before');
    await saved(page);

    await context.setOffline(true);
    await field(page, 'Notes').fill('Asked what fills the bus before arguing.');
    await page.locator('[data-state=unreachable]').waitFor();
    await page.close();
    await context.setOffline(false);

    const again = await context.newPage();
    await again.goto(address);
    await expect(field(again, 'Notes').inputValue()).resolves.toBe('Asked what fills the bus before arguing.');
    await saved(again);

    await context.setOffline(true);
    await field(again, 'Notes').fill('Asked what fills the bus before arguing. Named an owner.');
    await again.locator('[data-state=unreachable]').waitFor();
    await context.setOffline(false);
    await saved(again);
    const onServer = await web.signedIn(OSKAR);
    await onServer.goto(address);
    await expect(field(onServer, 'Notes').inputValue()).resolves.toBe('Asked what fills the bus before arguing. Named an owner.');
    await context.close();
    await onServer.context().close();
  });

  it('keeps both sides when two windows write: merges by field, and asks only where both wrote the same one', async () => {
    const [here, there] = [await web.signedIn(OSKAR), await web.signedIn(OSKAR)];
    await openCard(here, 'Sana Iqbal');
    await there.goto(here.url());
    await field(there, 'Notes').waitFor();
    await settled(there);

    await here.context().setOffline(true);
    await here.keyboard.press('2');
    await field(here, 'Notes').fill('From this window');
    await here.locator('[data-state=unreachable]').waitFor();
    await there.getByText('High', { exact: true }).click();
    await field(there, 'Notes').fill('From the other window');
    await saved(there);
    await here.context().setOffline(false);

    const dialog = here.getByRole('dialog', { name: 'The same fields were changed in two places' });
    await dialog.getByText('From the other window').waitFor();
    await dialog.getByRole('radio', { name: 'Keep both, one below the other' }).check();
    await dialog.getByRole('button', { name: 'Keep these' }).click();
    await saved(here);
    await expect(field(here, 'Notes').inputValue()).resolves.toBe('From the other window\n\nFrom this window');
    await expect(here.getByRole('radio', { name: /^No / }).isChecked()).resolves.toBe(true);
    await expect(here.getByRole('radio', { name: 'High' }).isChecked()).resolves.toBe(true);
    await here.context().close();
    await there.context().close();
  });

  it('amends a submitted card with a reason, and sees what changed', async () => {
    const page = await web.signedIn(INES);
    await page.goto('/interviews?show=all');
    await page.getByRole('link', { name: /Open: Elena Petrova/ }).click();
    await page.getByRole('button', { name: 'Amend …' }).click();
    await field(page, 'Summary').fill('The best strategy hour of the year, with one doubt.');
    await expect(page.getByRole('button', { name: 'Submit the amendment' }).isDisabled()).resolves.toBe(true);
    await field(page, 'Why does the card change?').fill('I forgot the doubt about pricing.');
    await page.getByRole('button', { name: 'Submit the amendment' }).click();
    await page.getByRole('link', { name: '2 revisions' }).click();
    await page.getByText('I forgot the doubt about pricing.').waitFor();
    await page.getByRole('definition').getByText('The best strategy hour of the year, with one doubt.').waitFor();
    await page.context().close();
  });
});

/** The application of the kit that was loaded. */
function applicationIn(bodies: readonly string[]): string {
  for (const body of bodies) {
    const id = /"scorecardId":"[^"]+","applicationId":"([^"]+)"/.exec(body)?.[1];
    if (id) return id;
  }
  throw new Error('no kit was loaded');
}
