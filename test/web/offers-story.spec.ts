import type { Page } from 'playwright-core';
import { WebTest, axeFaults, settled } from './browser.js';

/** Recruiter, hiring manager and the two offer approvers of the autonomous-driving job; Inés interviews there and has no seat for offers. */
const ROSA = 'rosa@demo.plumbline.example';
const MAYA = 'maya@demo.plumbline.example';
const HELEN = 'helen@demo.plumbline.example';
const SAMIRA = 'samira@demo.plumbline.example';
const INES = 'ines@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

async function applicationOf(page: Page, name: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/applications?limit=1&search=${name}`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

const status = (page: Page, words: string) => page.getByRole('tabpanel').getByText(words, { exact: true }).first().waitFor();

/** Opens a step of the offer, whether it stands as a button or behind the others. */
async function step(page: Page, name: string): Promise<void> {
  const button = page.getByRole('tabpanel').getByRole('button', { name, exact: true });
  if (!(await button.isVisible())) {
    await page.getByRole('tabpanel').getByRole('button', { name: 'More steps' }).click();
    return page.getByRole('menuitem', { name, exact: true }).click();
  }
  return button.click();
}

const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** Until the person was told of the approval that is asked for, with the way to it. */
async function told(page: Page, address: string): Promise<void> {
  for (;;) {
    const answer = await page.request.get('/api/v1/me/notifications?limit=50');
    const { items } = (await answer.json()) as { items: { path: string }[] };
    if (items.some(({ path }) => path === address)) return;
    await page.waitForTimeout(250);
  }
}

describe('times and offers, given only the address and a demo sign-in', () => {
  it('shows the line, the forecast with its reasons, and who holds what', async () => {
    const page = await web.signedIn(ROSA);
    await page.goto(`/applications/${await applicationOf(page, 'Sana')}/timeline`);
    await page.getByRole('row', { name: /Cross-functional simulation now/ }).waitFor();
    await page.getByText('This comes from the plan, because there is too little history yet.').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Oskar Nyberg' }).filter({ hasText: 'Late' }).waitFor();

    await page.getByRole('button', { name: 'Pause the clocks' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'In words (optional)' }).fill('Away for a week.');
    await confirm(page, 'Pause the clocks');
    await page.getByText('Away for a week.').waitFor();
    await page.getByRole('button', { name: 'End the pause' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Back early.');
    await confirm(page, 'End the pause');
    await page.getByRole('button', { name: 'Pause the clocks' }).waitFor();
    await page.context().close();
  }, 40_000);

  it('lets the hiring manager say who approves what leaves the band', async () => {
    const page = await web.signedIn(MAYA);
    const answer = await page.request.get('/api/v1/applications?limit=1&search=Noor');
    const { items } = (await answer.json()) as { items: { jobId: string }[] };
    await page.goto(`/jobs/${items[0]?.jobId ?? ''}`);
    await page.getByText('Outside it: 2 offer approvers and the hiring manager').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change who approves' }).click();
    const outside = page.getByRole('dialog').getByRole('group', { name: 'Outside the band' });
    await outside.getByRole('textbox', { name: 'Offer approvers' }).fill('1');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Why it changes' }).fill('One vice president answers for the budget.');
    await confirm(page, 'Change who approves');
    await page.getByText('Outside it: 1 offer approver and the hiring manager').waitFor();

    // And takes it back: two are asked again.
    await page.getByRole('button', { name: 'Change who approves' }).click();
    await outside.getByRole('textbox', { name: 'Offer approvers' }).fill('2');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Why it changes' }).fill('Pay and benefits look at it, too.');
    await confirm(page, 'Change who approves');
    await page.getByText('Outside it: 2 offer approvers and the hiring manager').waitFor();
    await page.context().close();
  }, 40_000);

  it('takes an offer outside the band through its approvals, a counter-offer and acceptance', async () => {
    const page = await web.signedIn(ROSA);
    const id = await applicationOf(page, 'Noor');
    const address = `/applications/${id}/offers`;
    await page.goto(address);
    await status(page, 'With the candidate');
    await step(page, 'Record a counter-offer');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Base pay' }).fill('231000');

    // Nothing typed is lost: not by closing the window, not by a reload.
    await page.reload();
    await status(page, 'With the candidate');
    await step(page, 'Record a counter-offer');
    await page.getByText('This is what you typed before and did not save.').waitFor();
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Base pay' }).inputValue()).resolves.toBe('231000');
    await confirm(page, 'Record the counter-offer');
    await status(page, 'Countered');

    await step(page, 'Change it');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Base pay' }).inputValue()).resolves.toBe('231000');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Base pay' }).fill('a lot');
    await confirm(page, 'Save as a draft');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Base pay' }).and(page.locator('[aria-invalid=true]')).waitFor();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Base pay' }).fill('230000');
    await confirm(page, 'Save as a draft');
    await status(page, 'Outside');
    await page.getByText('$15,000 above').waitFor();
    await page.getByText(/^Outside the band it needs/).waitFor();
    expect(await axeFaults(page)).toEqual([]);

    await step(page, 'Submit for approval');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Why it leaves the band' }).fill('The strongest panel of the year.');
    await confirm(page, 'Submit for approval');
    await status(page, 'Waits for approval');

    for (const approver of [HELEN, SAMIRA, MAYA]) {
      const theirs = await web.signedIn(approver);
      await told(theirs, address);
      await theirs.goto(address);
      await theirs.getByText('The strongest panel of the year.').waitFor();
      await step(theirs, 'Approve');
      await confirm(theirs, 'Approve');
      await theirs.getByText('Approved', { exact: true }).first().waitFor();
      await theirs.context().close();
    }

    await page.reload();
    await status(page, 'Approved');
    await step(page, 'Send it out');
    await confirm(page, 'Send it out');
    await status(page, 'With the candidate');
    await page
      .getByRole('row', { name: /Asked for in round 1/ })
      .first()
      .waitFor();
    await step(page, 'Record acceptance');
    await confirm(page, 'Record acceptance');
    await status(page, 'Accepted');
    await page.getByText('Hired', { exact: true }).first().waitFor();
    await page.context().close();
  }, 60_000);

  it('never shows offers to somebody without a seat for them', async () => {
    const page = await web.signedIn(INES);
    await page.goto(`/applications/${await applicationOf(page, 'Elena')}/offers`);
    await page.getByRole('tab', { name: 'Timeline' }).waitFor();
    await settled(page);
    await expect(page.getByRole('tab', { name: 'Offers' }).count()).resolves.toBe(0);
    await page.context().close();
  }, 30_000);
});
