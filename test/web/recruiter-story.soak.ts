import type { Page } from 'playwright-core';
import { WebTest, axeFaults, overflow, settled, shoot } from './browser.js';

/** Recruiter of the autonomous-driving job; Oskar Nyberg owes a card on Sana Iqbal. */
const ROSA = 'rosa@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });

describe('a recruiter, given only the address and a demo sign-in', () => {
  it('finds the late application, advances one, and starts a new one', async () => {
    const page = await web.signedIn(ROSA);
    await page.goto('/');
    await page.getByRole('link', { name: 'Applications' }).click();
    await row(page, 'Sana Iqbal')
      .getByText(/Oskar Nyberg, .+ late/)
      .waitFor();
    await page.getByRole('link', { name: 'Sana Iqbal', exact: true }).click();
    await page.getByText(/Oskar Nyberg's scorecard for Cross-functional simulation is .+ late/).waitFor();

    await page.goto('/applications');
    await page.getByRole('link', { name: 'Sana Iqbal', exact: true }).click();
    await page.getByRole('button', { name: 'Advance', exact: true }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Why' }).click();
    await page.getByRole('option', { name: 'Something else' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Advance' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'In words' }).and(page.locator('[aria-invalid=true]')).waitFor();
    await page.getByRole('dialog').getByRole('textbox', { name: 'In words' }).fill('Both calls went well.');
    await page.getByRole('dialog').getByRole('button', { name: 'Advance' }).click();
    await page.getByText('Sana Iqbal advanced').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page
      .getByRole('button', { name: /Application moved/ })
      .first()
      .click();
    await page.getByText('Both calls went well.').first().waitFor();

    await page.goto('/candidates');
    await page.getByRole('button', { name: 'New candidate' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sana Iqbal');
    await page.getByText('Is it one of these?').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana Souza');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ana Souza' }).waitFor();
    await page.getByRole('button', { name: 'Start an application' }).click();
    await page.getByRole('combobox', { name: 'Job' }).click();
    await page.getByRole('option', { name: 'AI Product Manager, Autonomous Driving' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: /Recruiter screen/ }).waitFor();
    expect(page.url()).toMatch(/\/applications\/[0-9a-f-]{36}$/);
    await page.context().close();
  }, 120_000);

  it.each([
    ['en', 'light', 1280],
    ['zh-CN', 'dark', 390],
  ] as const)(
    'meets nothing that axe objects to, in %s, %s, %i wide',
    async (language, scheme, width) => {
      const page = await web.signedIn(ROSA, { language, scheme, width });
      const list = (await (await page.request.get('/api/v1/applications?limit=1&search=Sana')).json()) as {
        items: { id: string; candidateId: string; jobId: string }[];
      };
      const { id, candidateId, jobId } = list.items[0] ?? { id: '', candidateId: '', jobId: '' };
      const screens = [
        '/applications?status=all',
        `/applications/${id}`,
        `/applications/${id}?tab=files`,
        `/applications/${id}?tab=seats`,
        `/applications/${id}?tab=history`,
        '/candidates',
        `/candidates/${candidateId}`,
        '/jobs',
        '/jobs/new',
        `/jobs/${jobId}`,
      ];
      const faults: string[] = [];
      for (const [index, address] of screens.entries()) {
        await page.goto(address);
        await settled(page);
        faults.push(...(await axeFaults(page)));
        const wider = await overflow(page);
        if (wider > 0) faults.push(`${address} is ${wider} px wider than its window`);
        await shoot(page, `recruiter-${index}-${width}-${scheme}-${language}`);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    180_000,
  );
});
