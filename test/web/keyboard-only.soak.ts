import type { Locator, Page } from 'playwright-core';
import { WebTest, settled } from './browser.js';
import { Colleague, debriefOf, MAYA, vote } from './debrief-rooms.js';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

const hasFocus = (element: { readonly ownerDocument: { readonly activeElement: unknown } }) => element === element.ownerDocument.activeElement;

/** Goes there with Tab alone, as somebody without a pointer does. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await target.evaluate(hasFocus)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never comes to ${String(target)}`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Nothing that was pressed took the focus away with it. */
async function focusIsKept(page: Page): Promise<void> {
  await page.waitForFunction('document.activeElement !== null && document.activeElement !== document.body', undefined, { timeout: 5_000 });
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

describe('with the keyboard alone', () => {
  it('somebody signs in, writes a card with evidence and a criterion of another round, and submits it', async () => {
    const context = await web.window();
    const page = await context.newPage();
    await page.goto('/interviews');
    await press(page, button(page, /Guo Min/));
    await press(page, page.getByRole('link', { name: /Score: Aisha Bello/ }));
    await heading(page, 'Hypothesis framing').waitFor();
    await page.keyboard.press('3');
    await press(page, button(page, 'Plain note'));
    // The new field has the focus: one writes on at once.
    await page.keyboard.type('Named a cause and what would refute it.');
    expect(await page.getByRole('textbox', { name: 'What you saw or heard' }).inputValue()).toBe('Named a cause and what would refute it.');
    await page.keyboard.press('Tab');
    await press(page, button(page, /^Remove 1\. Plain note/), 'Space');
    await focusIsKept(page);
    await press(page, button(page, 'Plain note'));
    await page.keyboard.type('Named a cause.');
    await press(page, button(page, 'Next'));
    await heading(page, 'Data-driven iteration').waitFor();
    for (const next of ['Communication clarity', 'Stakeholder alignment', 'Verdict']) {
      await page.keyboard.press('0');
      await page.keyboard.press('n');
      await heading(page, next).waitFor();
    }
    await page.keyboard.press('3');
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.getByText('Everything that is needed is there.').waitFor();

    await press(page, button(page, 'Rate another criterion …'));
    const offered = page.getByRole('dialog').getByRole('listitem').first().getByRole('button');
    await press(page, offered);
    await page.getByText(/^Of another round/).waitFor();
    await focusIsKept(page);
    await page.keyboard.press('0');
    await press(page, button(page, 'Review and submit').last());
    await press(page, button(page, 'Submit the scorecard'));
    await page.getByText(/^Submitted .*\d/).waitFor();
    await focusIsKept(page);
    await press(page, page.getByRole('tab', { name: 'My scorecard' }));
    await page.keyboard.press('ArrowRight');
    await page.getByText('(you)').waitFor();
    await context.close();
  }, 120_000);

  it('a hiring manager reads a card, runs both ballots and decides', async () => {
    const page = await web.signedIn(MAYA);
    const id = await debriefOf(page, 'Elena Petrova');
    await page.goto('/debriefs');
    await press(page, page.getByRole('link', { name: 'Open the debrief of Elena Petrova' }));
    await page.getByText('Live', { exact: true }).waitFor();
    const cell = button(page, /^Cross-functional ownership, Priya Raman/);
    await press(page, cell);
    await page.getByRole('complementary', { name: 'Scorecard' }).waitFor();
    await focusIsKept(page);
    await press(page, button(page, 'Close'));
    expect(await cell.evaluate(hasFocus)).toBe(true);

    await tabTo(page, button(page, 'Open the first ballot'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await button(page, 'Seal my vote').waitFor();
    await focusIsKept(page);
    await tabTo(page, page.getByRole('radio', { name: 'Strong hire', exact: true }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await press(page, button(page, 'Seal my vote'));
    await page.getByText('Your sealed vote: Hire.').waitFor();
    await focusIsKept(page);
    const others = { priya: 'no_hire', lin: 'hire', daniel: 'no_hire', ines: 'hire', fatima: 'no_hire', oskar: 'hire', rosa: 'abstain' };
    await vote(web, id, 'first', others);
    await heading(page, 'The first ballot').waitFor();
    await tabTo(page, button(page, 'Open the second ballot'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await button(page, 'Seal my vote').waitFor();
    await vote(web, id, 'second', { ...others, maya: 'hire' });
    await heading(page, 'The second ballot').waitFor();
    await tabTo(page, button(page, 'Decide'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('radio', { name: 'Strong hire', exact: true }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await tabTo(page, field(page, 'Rationale'));
    await page.keyboard.type('The panel and the rules agree.');
    await press(page, button(page, 'Record the decision'));
    await page.getByText('As the rules recommended').waitFor();
    await focusIsKept(page);
    await tabTo(page, button(page, 'Close the debrief'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Closed', exact: true }).waitFor();
    await focusIsKept(page);
    await settled(page);
    const maya = await Colleague.of(web, 'maya');
    expect(await maya.get<{ state: string }>(`/debriefs/${id}`)).toMatchObject({ state: 'closed' });
    await maya.leave();
    await page.context().close();
  }, 180_000);
});
