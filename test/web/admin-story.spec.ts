import type { Page } from 'playwright-core';
import { GOOD_PASSWORD } from '../support/browser.js';
import { WebTest, axeFaults, settled } from './browser.js';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('empty');
}, 120_000);
afterAll(() => web.stop());

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

async function becomeAdmin(page: Page): Promise<void> {
  await page.goto(await web.firstAdminLink());
  await page.getByLabel('Name of the organisation').fill('Lighthouse Robotics');
  await page.getByLabel('Your name').fill('Ada Admin');
  await page.getByLabel('E-mail address').fill('ada@example.test');
  await field(page, 'New password').fill(GOOD_PASSWORD);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await page.getByRole('link', { name: 'Rubrics' }).waitFor();
}

async function writeCriterion(page: Page): Promise<void> {
  await page.getByText('A rubric needs at least one criterion').first().waitFor();
  await page.getByRole('button', { name: 'Add a criterion' }).click();
  await field(page, 'Name').fill('Depth of impact');
  await field(page, 'Name').blur();
  await expect(field(page, 'Key').inputValue()).resolves.toBe('depth_of_impact');
  await page.getByText('No round assesses this criterion').first().waitFor();
  await page.getByRole('button', { name: /Say what the criterion measures/ }).click();
  await page.keyboard.type('What changed because of them');
  await page.getByRole('combobox', { name: 'Rounds that assess it' }).or(page.getByLabel('Rounds that assess it')).first().fill('On site');
  await page.keyboard.press('Enter');
  for (const level of [1, 2, 3, 4]) {
    for (const text of ['What one sees', 'Evidence recorded well', 'Evidence too thin'])
      await field(page, `${text}, level ${level}`).fill(`${text} at ${level}`);
  }
  await page.getByText('Nothing is missing.').waitFor();
}

describe('an administrator', () => {
  it('sets up, invites somebody and writes a rubric: what the server refuses is said at its field, and nothing typed is lost', async () => {
    const context = await web.window();
    const page = await context.newPage();
    await becomeAdmin(page);
    await page.goto('/admin/users');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'E-mail' }).fill('wei@example.test');
    await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click();
    await page
      .getByRole('dialog')
      .getByText(/\/accept-invitation#/)
      .waitFor();
    await page.keyboard.press('Escape');

    await page.goto('/rubrics');
    await page.getByRole('link', { name: 'New rubric' }).click();
    await page.getByRole('heading', { name: 'New rubric' }).waitFor();
    await field(page, 'Name').fill('Designer');
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await writeCriterion(page);

    // A name is needed: the save is refused, and what was typed outlives a reload.
    await field(page, 'Name').fill('');
    await page.getByText('Not saved yet').waitFor();
    await page.getByText('Must not be blank').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^depth_of_impact/ }).click();
    await expect(field(page, 'Name').inputValue()).resolves.toBe('');
    await field(page, 'Name').fill('Depth');
    await saved(page);
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  }, 120_000);

  it('puts in order by the keyboard, takes out and brings back, settles what two tabs wrote, tries it out and publishes', async () => {
    const context = await web.window();
    const page = await context.newPage();
    await context.request.post('/api/v1/auth/sign-in', { data: { email: 'ada@example.test', password: GOOD_PASSWORD } });
    await page.goto('/rubrics');
    await page.getByRole('link', { name: 'Designer' }).click();
    await page.getByRole('link', { name: 'Edit the draft' }).click();

    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await page.getByRole('button', { name: 'Move Criterion 2', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Criterion 2 is at place 2 of 2.').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.getByText('Criterion 2 is at place 1 of 2.').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await page.locator('ol[aria-label=Criteria] > li:first-child', { hasText: 'Criterion 2' }).waitFor();
    await page.getByRole('button', { name: 'Remove Criterion 2' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: /^Criterion 2/ }).click();
    await page.getByRole('button', { name: 'Remove Criterion 2' }).click();
    await page.getByText('Nothing is missing.').waitFor();
    await saved(page);

    const other = await context.newPage();
    await other.goto(page.url());
    for (const [tab, words] of [
      [other, 'Written in the other tab'],
      [page, 'Written here'],
    ] as const) {
      await tab.getByRole('button', { name: /^Depth/ }).click();
      const answered = tab.waitForResponse((response) => response.request().method() === 'PUT');
      await field(tab, 'What it measures').fill(words);
      await answered;
    }
    await page.getByRole('dialog').getByRole('radio', { name: 'Saved from elsewhere' }).check();
    await page.getByRole('button', { name: 'Keep these' }).click();
    await saved(page);
    await expect(field(page, 'What it measures').inputValue()).resolves.toBe('Written in the other tab');
    await other.close();

    await page.getByRole('tab', { name: 'As an interviewer sees it' }).click();
    await page.getByRole('radio', { name: /What one sees at 3/ }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Verdict' }).waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version published').waitFor();

    await page.getByRole('button', { name: 'Edit as a new version' }).click();
    await page.getByRole('button', { name: /^Depth/ }).click();
    await field(page, 'What it measures').fill('What is different because of them');
    await page.getByRole('tab', { name: 'What changed' }).click();
    await page.getByText('Criterion described anew').waitFor();
    await page.getByText('What is different because of them').waitFor();
    await page.goto('/history');
    await page
      .getByRole('button', { name: /Rubric published/ })
      .first()
      .waitFor();
    await context.close();
  }, 120_000);
});
