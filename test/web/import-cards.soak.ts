import { WebTest, settled } from './browser.js';
import { greenhouseDump, uploadOf } from './recruiter-screens.js';

const ROSA = 'rosa@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 240_000);
afterAll(() => web.stop());

describe('the scorecards of another system', () => {
  it('are read on our scale: proposals looked at, the rest said, and the plan made anew', async () => {
    const page = await web.signedIn(ROSA);
    const { id } = await uploadOf(page, 'greenhouse', 'dump.json', greenhouseDump());
    await page.goto(`/imports/${id}`);
    await settled(page);
    const choose = async (field: string, option: string | RegExp) => {
      await page
        .getByRole('combobox', { name: field, exact: true })
        .or(page.getByRole('textbox', { name: field, exact: true }))
        .first()
        .click();
      await page.getByRole('option', { name: option }).first().click();
    };
    await page.getByRole('button', { name: 'Change what words mean' }).click();
    await page.getByRole('radio', { name: 'Read them on our scale' }).check();
    await page.getByText('Not said yet: 4 ratings and 6 criteria.').waitFor();
    await choose('Rubric', 'Autonomous-driving AI product manager');
    await choose('Interview plan', 'Autonomous-driving AI product manager');
    // "yes", "no" and "definitely_not" are told by the scale of four; "mixed" has no level there.
    await page.getByText('Not said yet: 1 rating and 6 criteria.').waitFor();
    await choose('What “mixed” means', 'Not assessed');
    await choose('What “Analytical” means', /./);
    await page.getByText('Not said yet: 5 criteria.').waitFor();
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByRole('button', { name: 'Carry it out: 5 records' }).waitFor();
    await settled(page);
    const said = (await (await page.request.get(`/api/v1/imports/${id}`)).json()) as { settings: { cards: Record<string, object> } };
    expect(said.settings.cards).toMatchObject({
      verdicts: { yes: 'hire' },
      levels: { yes: 3, no: 2, definitely_not: 1, mixed: null },
      criteria: { Analytical: expect.any(String) },
    });
    await page
      .getByRole('row', { name: /Scorecard/ })
      .last()
      .waitFor();
    await expect(page.getByText(/does not count/).count()).resolves.toBe(0);
    await page.context().close();
  }, 120_000);
});
