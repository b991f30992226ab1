import type { Page } from 'playwright-core';
import { WebTest, axeFaults, overflow, shoot } from './browser.js';
import { NOBODY } from './recruiter-screens.js';

/** Recruiter of the job for voice assistants, which Rosa has no seat on. */
const JUN = 'jun@demo.plumbline.example';
/** Recruiter of the autonomous-driving job; Oskar Nyberg owes a card on Sana Iqbal. */
const ROSA = 'rosa@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
const dialog = (page: Page) => page.getByRole('dialog');

async function choose(page: Page, field: string, option: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function faultsOf(page: Page, name: string): Promise<string[]> {
  const wider = await overflow(page);
  await shoot(page, name);
  return [...(await axeFaults(page)), ...(wider > 0 ? [`${page.url()} is ${wider} px wider than its window`] : [])];
}

describe('a recruiter, given only the address and a demo sign-in', () => {
  it('finds the late application, asks for the card, acts on several with a preview, and takes it back', async () => {
    const page = await (await web.window()).newPage();
    await page.goto('/');
    await page.getByRole('button', { name: /Rosa Lindqvist/ }).click();
    await page.getByRole('link', { name: 'Board', exact: true }).click();
    const sana = row(page, 'Sana Iqbal');
    await sana.getByText('Late', { exact: true }).waitFor();
    await sana.getByText('Oskar Nyberg').waitFor();

    // Late ones come first, and whoever holds the deadline is asked once a day.
    const names = await page.getByRole('row').getByRole('link').and(page.locator('[href^="/applications/"]:not([aria-label])')).allInnerTexts();
    expect(names.indexOf('Sana Iqbal')).toBeLessThan(names.indexOf('Julia Brandt'));
    await sana.getByRole('link', { name: 'Sana Iqbal', exact: true }).focus();
    await page.keyboard.press('n');
    await page.getByText('Oskar Nyberg was nudged').waitFor();
    await sana.getByRole('button', { name: 'Nudge Oskar Nyberg about Sana Iqbal' }).click();
    await page.getByText(/nudged less than a day ago/).waitFor();

    // Rows are walked and chosen by keys.
    await page.getByRole('link', { name: 'Julia Brandt', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.getByText('2 selected').waitFor();
    await page.getByRole('button', { name: 'Act on them' }).click();
    await choose(page, 'Action', 'Put on hold');
    await choose(page, 'Why', 'Something else');
    await dialog(page).getByRole('button', { name: 'Preview for 2' }).click();
    await dialog(page).getByRole('textbox', { name: 'In words' }).and(page.locator('[aria-invalid=true]')).waitFor();
    await choose(page, 'Why', 'Hiring freeze');
    await dialog(page).getByRole('button', { name: 'Preview for 2' }).click();
    await dialog(page).getByText('Preview: nothing has changed yet').waitFor();
    await dialog(page).getByText('2 will change').waitFor();
    expect(await faultsOf(page, 'recruiter-bulk-preview')).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Do it for 2' }).click();
    await dialog(page).getByText('2 done').waitFor();
    await page.getByRole('group', { name: 'Rounds' }).getByText('On hold').waitFor();
    await dialog(page).getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('group', { name: 'Rounds' }).getByText('On hold').waitFor({ state: 'detached' });
    await dialog(page).getByText('2 done').waitFor();
    await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('2 selected').waitFor({ state: 'detached' });

    // What the board is narrowed to stands in the address, and is kept as the view it opens with.
    await page.getByText(/^Late · \d/).click();
    await page.waitForURL(/urgency=late/);
    await row(page, 'Julia Brandt').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('What is late');
    await dialog(page).getByRole('switch', { name: 'Open the board with it' }).click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('View saved').waitFor();
    await page.goto('/board');
    await page.waitForURL(/urgency=late/);
    await page.getByRole('button', { name: 'What is late' }).waitFor();
    await page.context().close();
  }, 120_000);

  it('opens it by the palette, asks again from there, moves it on, and reads how rounds flow', async () => {
    const page = await web.signedIn(ROSA);
    await page.goto('/reports');
    const funnel = page.getByRole('table', { name: 'Funnel of AI Product Manager, Autonomous Driving' });
    await funnel.getByRole('row', { name: /Technical phone/ }).waitFor();
    await page.getByRole('img', { name: /Bars for each round/ }).waitFor();
    await page.getByRole('tab', { name: 'Time in round' }).click();
    await page.getByRole('columnheader', { name: 'Median, days' }).waitFor();
    await page.getByRole('tab', { name: 'Stalls' }).click();
    await page.getByText('Nobody is kept waiting').waitFor();

    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: /find a candidate/ }).fill('Sana');
    await page.getByRole('button', { name: /^Sana Iqbal AI Product Manager, Autonomous Driving Debriefs$/ }).waitFor();
    await page.getByRole('button', { name: /^Sana Iqbal AI Product Manager, Autonomous Driving Applications$/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Sana Iqbal' }).waitFor();
    await page.getByText(/Oskar Nyberg's scorecard for Cross-functional simulation is .+ late/).waitFor();
    await page.getByRole('region', { name: 'What it waits for' }).getByRole('button', { name: 'Nudge Oskar Nyberg' }).click();
    await page.getByText(/nudged less than a day ago/).waitFor();

    await page.getByRole('button', { name: 'Advance', exact: true }).click();
    await choose(page, 'Why', 'Something else');
    await dialog(page).getByRole('textbox', { name: 'In words' }).fill('Both calls went well.');
    await dialog(page).getByRole('button', { name: 'Advance' }).click();
    await page.getByText('Sana Iqbal advanced').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page
      .getByRole('button', { name: /Application moved/ })
      .first()
      .click();
    await page.getByText('Both calls went well.').first().waitFor();
    await page.context().close();
  }, 120_000);

  it('finds nothing at an address, and is told no more where somebody else would find something', async () => {
    const [page, jun] = [await web.signedIn(ROSA), await web.signedIn(JUN)];
    const get = async (path: string) => (await jun.request.get(`/api/v1${path}`)).json();
    const [row] = (await get('/board?limit=1&ended=true')).items as { applicationId: string; candidateId: string }[];
    const { applicationId = '', candidateId = '' } = row ?? {};
    const { debriefId } = (await get(`/applications/${applicationId}`)) as { debriefId: string };
    const [card] = (await get(`/scorecards?applicationId=${applicationId}`)).items as { id: string }[];
    const theirs = { applications: applicationId, candidates: candidateId, debriefs: debriefId, scorecards: card?.id ?? '' };
    const addresses = Object.entries(theirs).flatMap(([kind, id]) => [`/${kind}/${id}`, `/${kind}/${NOBODY}`, `/${kind}/no-id`]);
    const told = new Set<string>();
    for (const address of [...addresses, `/jobs/${NOBODY}`, '/jobs/no-id', `/scorecards/${theirs.scorecards}/revisions`]) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor();
      await expect(page.getByRole('alert').count()).resolves.toBe(0);
      told.add(await page.getByRole('main').innerText());
    }
    expect([...told]).toHaveLength(1);
    await page.getByRole('link', { name: 'Go to the start' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await jun.goto(`/applications/${theirs.applications}`);
    await jun.getByRole('tab', { name: 'Rounds' }).waitFor();
    await Promise.all([page.context().close(), jun.context().close()]);
  }, 120_000);

  it('starts an application of somebody new', async () => {
    const page = await web.signedIn(ROSA);
    await page.goto('/candidates');
    await page.getByRole('button', { name: 'New candidate' }).click();
    await dialog(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Sana Iqbal');
    await page.getByText('Is it one of these?').waitFor();
    await dialog(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Ana Souza');
    await dialog(page).getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ana Souza' }).waitFor();
    await page.getByRole('button', { name: 'Start an application' }).click();
    await choose(page, 'Job', 'AI Product Manager, Autonomous Driving');
    await dialog(page).getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: /Recruiter screen/ }).waitFor();
    expect(page.url()).toMatch(/\/applications\/[0-9a-f-]{36}$/);
    await page.context().close();
  }, 120_000);

  it('finds times by the keyboard, those with less notice folded away, and sees what became of those proposed before', async () => {
    const page = await web.signedIn(ROSA);
    const send = async (path: string, data: object) => {
      const answer = await page.request.post(`/api/v1${path}`, { data });
      if (!answer.ok()) throw new Error(await answer.text());
      return answer.json() as Promise<{ id: string }>;
    };
    const get = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
    const [{ applicationId }] = (await get('/board?limit=1&search=Sana')).items as [{ applicationId: string }];
    // A week of notice: there is always a working day within it, and always one after it.
    const round = {
      key: 'founders',
      name: 'Founders',
      minutes: 60,
      focus: 'Values',
      targetDay: 20,
      noticeHours: 7 * 24,
      panel: [{ title: 'Founder', count: 1 }],
    };
    await send(`/applications/${applicationId}/rounds`, { round, reason: 'The founders asked to meet her.' });
    const { id } = await send('/interviews', { applicationId, round: 'founders' });
    const [ines] = (await get('/users/directory?search=In%C3%A9s')).items as { id: string }[];
    await send(`/interviews/${id}/panel`, { userId: ines?.id });

    await page.goto(`/applications/${applicationId}`);
    const openTimes = async () => {
      await page.getByRole('region', { name: 'Founders' }).getByRole('button', { name: 'Change', exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: 'Find times' }).press('Enter');
    };
    await openTimes();
    const { items } = (await get(`/interviews/${id}/suggestions?limit=300&step=30`)) as { items: { shortNotice: boolean }[] };
    const short = items.filter(({ shortNotice }) => shortNotice).length;
    const apart = dialog(page).locator('summary').filter({ hasText: 'less notice' });
    await apart.waitFor();
    expect(short).toBeGreaterThan(1);
    await expect(apart.innerText()).resolves.toBe(`${short} times with less notice`);
    await expect(dialog(page).getByText('The candidate gets less notice than the round promises.').isVisible()).resolves.toBe(false);
    const inSight = dialog(page).getByRole('checkbox').filter({ visible: true });
    const fitting = await inSight.count();
    expect(fitting).toBeGreaterThan(0);
    await apart.focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('The candidate gets less notice than the round promises.').waitFor();
    await expect(inSight.count()).resolves.toBe(fitting + short);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await apart.getByText('1 chosen').waitFor();
    await inSight.first().check();
    await dialog(page).getByText('2 chosen', { exact: true }).waitFor();
    expect(await faultsOf(page, 'recruiter-find-times')).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Propose' }).click();
    await dialog(page)
      .getByText(/^Proposed by Rosa Lindqvist/)
      .waitFor();

    // Withdrawn with a reason, proposed anew, one of them confirmed: the next time one looks, both are told.
    await dialog(page).getByRole('button', { name: 'Withdraw these times' }).click();
    const why = page.getByRole('dialog', { name: 'Withdraw these times' });
    await why.getByRole('textbox').fill('She asked for other days.');
    await why.getByRole('button', { name: 'Withdraw these times' }).click();
    const past = dialog(page).locator('summary').filter({ hasText: 'earlier proposal' });
    await expect(past.innerText()).resolves.toBe('1 earlier proposal');
    await inSight.nth(0).check();
    await inSight.nth(2).check();
    await dialog(page).getByRole('button', { name: 'Propose' }).click();
    await dialog(page)
      .getByRole('button', { name: /^Confirm / })
      .last()
      .click();
    await dialog(page).waitFor({ state: 'detached' });
    await openTimes();
    await past.waitFor();
    await expect(past.innerText()).resolves.toBe('2 earlier proposals');
    await past.focus();
    await page.keyboard.press('Enter');
    const proposals = dialog(page).locator('details').filter({ hasText: 'earlier proposal' }).getByRole('listitem');
    const [latest, first] = [proposals.filter({ hasText: 'Confirmed' }), proposals.filter({ hasText: 'Withdrawn' })];
    await expect(latest.getByText(/· chosen$/).count()).resolves.toBe(1);
    await expect(latest.getByRole('listitem').count()).resolves.toBe(2);
    await expect(first.getByText(/· chosen$/).count()).resolves.toBe(0);
    await first.getByText('She asked for other days.').waitFor();
    expect(await faultsOf(page, 'recruiter-past-proposals')).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('makes a plan of a template, a job of the plan with a rubric that is there, and gives it another plan', async () => {
    const page = await web.signedIn(ROSA);
    await page.goto('/plans/new');
    await page.getByRole('textbox', { name: 'Name' }).fill('Three weeks');
    await page.getByRole('combobox', { name: 'Start from' }).click();
    await page.getByRole('option', { name: 'Autonomous-driving AI product manager' }).first().click();
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByRole('link', { name: 'Make a job from it' }).click();

    await page.getByRole('heading', { level: 1, name: 'New job' }).waitFor();
    await page.getByRole('combobox', { name: 'Interview plan' }).and(page.locator('[value="Three weeks"]')).waitFor();
    await page.getByRole('textbox', { name: 'Title' }).fill('Product manager, parking');
    await page.getByRole('combobox', { name: 'Rubric' }).click();
    await page.getByRole('option', { name: 'Autonomous-driving AI product manager, version 1' }).click();
    expect(await faultsOf(page, 'recruiter-job-of-plan')).toEqual([]);
    await page.getByRole('button', { name: 'Create the job' }).click();
    await page.getByRole('heading', { level: 1, name: 'Product manager, parking' }).waitFor();
    await page.getByText('Cross-functional simulation').waitFor();
    await page.getByText('Autonomous-driving AI product manager', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await dialog(page).getByRole('combobox', { name: 'Interview plan' }).and(page.locator('[value="Three weeks"]')).waitFor();
    await dialog(page).getByRole('combobox', { name: 'Interview plan' }).click();
    await page.getByRole('option', { name: 'AI/ML product manager at an internet group', exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText('Senior leadership').waitFor();
    await expect(page.getByText('Cross-functional simulation').count()).resolves.toBe(0);
    await page.context().close();
  }, 120_000);
});
