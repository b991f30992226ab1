import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { WebTest, axeFaults, overflow, settled, shoot } from './browser.js';
import { looksOf } from './looks.js';
import { NOBODY } from './recruiter-screens.js';

/** Owes a card with lists and rankings on Aisha Bello, and has submitted others. */
const GUO = 'guo@demo.plumbline.example';

// A slow machine may keep a screen waiting for once; what axe objects to, it objects to again.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

interface Screen {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
}

async function cards(page: Page): Promise<{ readonly open: string; readonly submitted: string; readonly amendable: string }> {
  const answer = await page.request.get('/api/v1/me/interviews?show=all&limit=100');
  const { items } = (await answer.json()) as { items: { card: { id: string; status: string } | null }[] };
  const idOf = (...statuses: string[]) => items.find(({ card }) => card !== null && statuses.includes(card.status))?.card?.id ?? '';
  let amendable = '';
  for (const { card } of items) {
    const { abilities } = (await (await page.request.get(`/api/v1/scorecards/${card?.id ?? ''}`)).json()) as { abilities?: { amend: boolean } };
    if (card && abilities?.amend === true) amendable = card.id;
  }
  return { open: idOf('assigned', 'draft'), submitted: idOf('submitted'), amendable };
}

async function screensOf(page: Page): Promise<Screen[]> {
  const { open, submitted, amendable } = await cards(page);
  const part = (name: string, hash: string): Screen => ({
    name: `card-${name}`,
    open: () => page.goto(`/scorecards/${open}#${hash}`),
  });
  return [
    { name: 'interviews', open: () => page.goto('/interviews?show=all') },
    { name: 'interviews-none', open: () => page.goto('/interviews') },
    { name: 'card', open: () => page.goto(`/scorecards/${open}`) },
    part('verdict', 'verdict'),
    part('private', 'private'),
    part('review', 'review'),
    {
      name: 'card-other',
      open: async () => {
        await page.getByRole('button', { name: /^(Rate another criterion|评价其他标准)/ }).click();
        await page.getByRole('dialog').getByRole('listitem').first().waitFor();
      },
    },
    {
      name: 'card-other-chosen',
      open: async () => {
        await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
        await page.getByText(/^(Of another round|属于其他轮次)/).waitFor();
      },
    },
    {
      name: 'card-menu',
      open: async () => {
        await page.getByRole('button', { name: /^(More|更多)$/ }).click();
        await page.getByRole('menu').waitFor();
      },
    },
    { name: 'read', open: () => page.goto(`/scorecards/${submitted}`) },
    { name: 'panel', open: () => page.goto(`/scorecards/${submitted}?tab=panel`) },
    {
      name: 'amend',
      open: async () => {
        await page.goto(`/scorecards/${amendable}`);
        await page.getByRole('button', { name: /^(Amend|修订)/ }).click();
      },
    },
    { name: 'revisions', open: () => page.goto(`/scorecards/${submitted}/revisions`) },
    { name: 'calibration', open: () => page.goto('/calibration') },
    { name: 'calendar', open: () => page.goto('/settings/calendar') },
    { name: 'not-found', open: () => page.goto('/interviews/nowhere') },
    { name: 'nothing-here', open: () => page.goto(`/scorecards/${NOBODY}`) },
  ];
}

/** Adds one of each form of evidence that the criterion in sight offers, a row in each list; the next look finds them in the draft. */
async function fillForms(page: Page): Promise<void> {
  if (
    (await page
      .getByRole('region', { name: /Evidence|依据/ })
      .getByRole('group')
      .count()) > 0
  )
    return;
  const forms = page.getByRole('region', { name: /Evidence|依据/ }).getByRole('button');
  const names = (await forms.allInnerTexts()).filter((name) => name.trim() !== '');
  for (const name of names) await page.getByRole('button', { name: name.trim(), exact: true }).click();
  for (const button of await page.getByRole('button', { name: /Add a row|添加一行/ }).all()) await button.click();
}

const LOOKS = looksOf(['zh-CN', 'light', 390], ['en', 'light', 1280], ['en', 'dark', 390], ['zh-CN', 'dark', 1280]);

describe('the screens of an interviewer', () => {
  it.each(LOOKS)(
    'have nothing that axe objects to and fit their window, in %s, %s, %i wide',
    async (language, scheme, width) => {
      const page = await web.signedIn(GUO, { language, scheme, width });
      const faults: string[] = [];
      const look = async (name: string) => {
        await settled(page);
        faults.push(...(await axeFaults(page)).map((fault) => `${name} ${fault}`));
        const wider = await overflow(page);
        if (wider > 0) faults.push(`${name} is ${wider} px wider than its window`);
        await shoot(page, `interviewer-${name}-${width}-${scheme}-${language}`);
      };
      for (const { name, open } of await screensOf(page)) {
        await open(page);
        await look(name);
        if (name === 'card') {
          await fillForms(page);
          await look('card-forms');
        }
      }
      expect(faults).toEqual([]);
      await expect(page.locator('html').getAttribute('lang')).resolves.toBe(language);
      await page.context().close();
    },
    240_000,
  );

  it.each(LOOKS)(
    'and so do the ways in and the command palette, in %s, %s, %i wide',
    async (language, scheme, width) => {
      const context = await web.window({ language, scheme, width });
      const page = await context.newPage();
      const faults: string[] = [];
      for (const [name, path] of [
        ['sign-in', '/sign-in?ended=1'],
        ['reset', '/reset'],
      ] as const) {
        await page.goto(path);
        await settled(page);
        faults.push(...(await axeFaults(page)));
        if ((await overflow(page)) > 0) faults.push(`${name} is wider than its window`);
        await shoot(page, `${name}-${width}-${scheme}-${language}`);
      }
      await context.request.post('/api/v1/auth/demo', { data: { email: GUO } });
      await page.goto('/interviews');
      await settled(page);
      await page.getByRole('button', { name: /^(Search|搜索)/ }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('Aisha');
      await page.getByRole('dialog').getByText('Aisha Bello').first().waitFor();
      faults.push(...(await axeFaults(page)));
      await shoot(page, `palette-${width}-${scheme}-${language}`);
      expect(faults).toEqual([]);
      await context.close();
    },
    120_000,
  );

  it('load at most 250 KiB of compressed JavaScript to begin with', async () => {
    const page = await web.signedIn(GUO);
    const scripts = new Map<string, number>();
    page.on('response', async (response) => {
      if (response.url().endsWith('.js')) scripts.set(response.url(), Number(await response.headerValue('content-length')));
    });
    await page.goto('/interviews');
    await settled(page);
    const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
    expect(scripts.size).toBeGreaterThan(2);
    expect(total / 1024).toBeLessThanOrEqual(250);
    await page.context().close();
  });
});
