import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { WebTest } from './browser.js';
import { applicationOf, Colleague, debriefOf, listenTo, MAYA, vote, WEN } from './debrief-rooms.js';

const PRIYA = 'priya@demo.plumbline.example';
const INES = 'ines@demo.plumbline.example';
const FATIMA = 'fatima@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name }).click();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', typeof name === 'string' ? { name, exact: true } : { name });
const joined = (page: Page) => page.getByText('Live', { exact: true }).waitFor();

describe('a hiring manager and an interviewer in one room', () => {
  it('estimate sealed, talk, estimate again and decide, each seeing at once what the other may see', async () => {
    const [maya, priya] = [await web.signedIn(MAYA), await web.signedIn(PRIYA, { width: 390 })];
    const [inMaya, inPriya] = [listenTo(maya), listenTo(priya)];
    const id = await debriefOf(maya, 'Elena Petrova');

    // Found by its state, without help.
    await maya.goto('/');
    await maya.getByRole('link', { name: 'Debriefs' }).click();
    await maya
      .getByRole('region', { name: /^Ready for the room/ })
      .getByRole('link', { name: 'Open the debrief of Elena Petrova' })
      .click();
    await heading(maya, 'Hire').waitFor();
    await joined(maya);
    await priya.goto(`/debriefs/${id}?tab=ballots`);
    await heading(priya, 'No ballot yet').waitFor();
    await joined(priya);
    expect(await button(priya, 'Open the first ballot').count()).toBe(0);

    // The heat map is a table that can be read without its colours.
    const cell = maya
      .getByRole('row', { name: /^Cross-functional ownership/ })
      .getByRole('button', { name: 'Cross-functional ownership, Priya Raman: 1 · Strong no' });
    await cell.click();
    const beside = maya.getByRole('complementary', { name: 'Scorecard' });
    await beside.getByText('Promised the hardware team a date she had not checked.').waitFor();
    await beside.getByText('Nothing; the conflict stayed open').waitFor();
    await button(maya, 'Close').click();

    // The first ballot appears with the other at once, and says nothing before its reveal.
    await button(maya, 'Open the first ballot').click();
    await maya.getByRole('radio', { name: 'Hire', exact: true }).click();
    await field(maya, 'In your own words').fill('Zanzibar: strategy carries it.');
    await button(maya, 'Seal my vote').click();
    await maya.getByText('Your sealed vote: Hire.').waitFor();
    await priya.getByRole('radio', { name: 'No hire', exact: true }).click();
    await field(priya, 'In your own words').fill('Quetzal: a date nobody had checked.');
    await button(priya, 'Seal my vote').click();
    await priya.getByText('Your sealed vote: No hire.').waitFor();
    await vote(web, id, 'first', {
      lin: 'strong_hire',
      daniel: 'no_hire',
      ines: 'strong_hire',
      fatima: 'no_hire',
      oskar: 'hire',
    });
    await maya.reload();
    await maya.getByText('1 vote is outstanding.').waitFor();
    await maya.getByText('Your sealed vote: Hire.').waitFor();
    await inMaya.done();
    await inPriya.done();
    expect(inPriya.heard.join('')).not.toContain('Zanzibar');
    expect(inMaya.heard.join('')).not.toContain('Quetzal');
    expect(
      inPriya.heard.filter((body) => /"voted":(true|false)/.test(body)).every((body) => (body.match(/"voted":(true|false)/g) ?? []).length === 1),
    ).toBe(true);
    await vote(web, id, 'first', { rosa: 'abstain' });
    await Promise.all([maya.getByText('Quetzal: a date nobody had checked.').waitFor(), priya.getByText('Zanzibar: strategy carries it.').waitFor()]);
    await maya.getByText('The ballot says: Hire').waitFor();
    await maya.getByText('4 for hiring, 3 against').waitFor();

    // The other's screen follows the facilitator's item.
    await tab(maya, 'Agenda');
    await button(maya, 'Start the clock').click();
    await button(maya, 'Turn to this: Depth of impact').click();
    await tab(priya, 'Panel');
    await priya.getByText('Now: Depth of impact').waitFor();
    await button(maya, 'Turn to this: Cross-functional ownership').click();
    await priya.getByText('Now: Cross-functional ownership').waitFor();
    await button(maya, 'Take minutes: Cross-functional ownership').click();
    await field(maya, 'Minutes: Cross-functional ownership').fill('Two saw the conflict stay open.');
    await maya.reload();
    await button(maya, 'Take minutes: Cross-functional ownership').click();
    expect(await field(maya, 'Minutes: Cross-functional ownership').inputValue()).toBe('Two saw the conflict stay open.');
    await button(maya, 'Save the minutes').click();
    await tab(priya, 'Agenda');
    await priya.getByText('Two saw the conflict stay open.').waitFor();
    expect(await button(priya, /^Turn to this/).count()).toBe(0);

    // The second ballot, and who moved.
    await button(maya, 'Open the second ballot').click();
    await vote(web, id, 'second', {
      maya: 'no_hire',
      priya: 'no_hire',
      lin: 'hire',
      daniel: 'no_hire',
      ines: 'hire',
      fatima: 'no_hire',
      oskar: 'no_hire',
      rosa: 'abstain',
    });
    const moved = maya.getByRole('region', { name: 'Who moved' }).getByRole('row', { name: /^Oskar Nyberg/ });
    await moved.waitFor();
    expect((await moved.innerText()).replaceAll(/\s+/g, ' ')).toContain('Hire No hire 1 step down');

    // A decision with the rules asks for no explanation; against them it does, and is refused without.
    await button(maya, 'Decide').click();
    await maya.getByRole('radio', { name: 'Hire', exact: true }).click();
    expect(await field(maya, 'Why it differs from the recommendation').count()).toBe(0);
    await maya.getByRole('radio', { name: 'No hire', exact: true }).click();
    await field(maya, 'Rationale').fill('This seat lives on ownership between teams.');
    await field(maya, 'Why it differs from the recommendation').fill('   ');
    await button(maya, 'Record the decision').click();
    await maya.getByText('Explain why the decision differs from the recommendation').waitFor();
    await maya.reload();
    expect(await field(maya, 'Rationale').inputValue()).toBe('This seat lives on ownership between teams.');
    await field(maya, 'Why it differs from the recommendation').fill('The mean hides the ratings that test it.');
    await button(maya, 'Record the decision').click();
    await maya.getByText('The rules recommended: Hire').waitFor();

    // The other reads it at once, and may disagree in their own words until it is closed.
    await tab(priya, 'Decision');
    await priya.getByText('The mean hides the ratings that test it.').waitFor();
    await button(priya, 'Write a dissent').click();
    await field(priya, 'Why you disagree').fill('I would have said strong no hire.');
    await button(priya, 'Put it on the record').click();
    await maya.getByText('I would have said strong no hire.').waitFor();
    await button(maya, 'Close the debrief').click();
    await maya.getByText('Everything that led to the decision stays to be read.').waitFor();
    await priya.getByText('Everything that led to the decision stays to be read.').waitFor();

    // The packet, to be read and to be kept.
    await button(maya, 'Packet').click();
    const [page] = await Promise.all([maya.context().waitForEvent('page'), maya.getByRole('menuitem', { name: 'Printable page' }).click()]);
    await page.getByText('The mean hides the ratings that test it.').first().waitFor();
    await page.close();
    await button(maya, 'Packet').click();
    const [file] = await Promise.all([maya.waitForEvent('download'), maya.getByRole('menuitem', { name: 'Download as PDF' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^packet-.*\.pdf$/);
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');

    // Reopening takes a reason, and keeps the old decision.
    await button(maya, 'Reopen …').click();
    await field(maya, 'Why is it reopened?').fill('A reference came in late.');
    await button(maya, 'Reopen').click();
    await maya.getByText('Superseded').waitFor();
    await priya.getByText('A reference came in late.').waitFor();
    await maya.context().close();
    await priya.context().close();
  }, 240_000);

  it('question a rating where it stands; its author revises it, and both values stay', async () => {
    const [wen, fatima] = [await web.signedIn(WEN), await web.signedIn(FATIMA)];
    const id = await debriefOf(wen, 'Tan Mei Ling');
    await fatima.goto(`/debriefs/${id}?tab=challenges`);
    await heading(fatima, 'No rating is challenged').waitFor();
    await joined(fatima);
    await wen.goto(`/debriefs/${id}`);
    await button(wen, 'Stakeholder alignment, Fatima Zahrani: 4 · Strong yes').click();
    await button(wen, 'Challenge this rating: Stakeholder alignment').click();
    await wen.getByRole('combobox', { name: 'What is wrong with it?' }).or(wen.getByLabel('What is wrong with it?')).first().click();
    await wen.getByRole('option', { name: 'Jargon' }).click();
    await field(wen, 'Your question, in words').fill('Who decided what?');
    await button(wen, 'Raise the challenge').click();
    await wen.getByRole('article', { name: 'Stakeholder alignment by Fatima Zahrani' }).waitFor();

    // It reaches the author by itself; talking goes both ways.
    const thread = fatima.getByRole('article', { name: 'Stakeholder alignment by Fatima Zahrani' });
    await thread.getByText('Who decided what?').waitFor();
    expect(await thread.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
    expect(await thread.getByRole('button', { name: 'Answer: revised' }).count()).toBe(0);
    await thread.getByRole('button', { name: 'Reply' }).click();
    await field(fatima, 'Your reply').fill('Fair: nobody did.');
    await thread.getByRole('button', { name: 'Reply' }).click();
    await wen.getByText('Fair: nobody did.').waitFor();

    // Amending the card opens the answer.
    await revise(await Colleague.of(web, 'fatima'), (await await thread.getByRole('link', { name: 'Amend the card' }).getAttribute('href')) ?? '');
    await thread.getByRole('button', { name: 'Answer: revised' }).click();
    await field(fatima, 'What changed, and why?').fill('No decision was named.');
    await thread.getByRole('button', { name: 'Answer: revised' }).click();
    const answered = wen.getByRole('article', { name: 'Stakeholder alignment by Fatima Zahrani' });
    await answered.getByText('Revised', { exact: true }).waitFor();
    expect((await answered.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/4 · Strong yes → 2 · No .*Hire \(0\.556\), unchanged/);
    await wen.getByRole('complementary', { name: 'Scorecard' }).getByRole('button', { name: 'Close' }).click();
    await button(wen, 'Stakeholder alignment, Fatima Zahrani: 2 · No').waitFor();
    await wen.context().close();
    await fatima.context().close();
  }, 120_000);
});

/** What the screen of amending does; its own story is told with the interviewer's. */
async function revise(author: Colleague, link: string): Promise<void> {
  const cardId = link.split('/').at(-1) ?? '';
  const card = await author.get<{
    version: number;
    content: { ratings: { criterion: string; level: number | null }[] };
  }>(`/scorecards/${cardId}`);
  const ratings = card.content.ratings.map((rating) => (rating.criterion === 'stakeholder_alignment' ? { ...rating, level: 2 } : rating));
  await author.send(
    'post',
    `/scorecards/${cardId}/amend`,
    { content: { ...card.content, ratings }, reason: 'Jargon without a decision.' },
    { 'If-Match': `"${card.version}"` },
  );
  await author.leave();
}

/** A piece of evidence on somebody's card, as the card stands. */
async function pieceOf(reader: Colleague, debriefId: string, author: string, criterion: string) {
  const { content } = await reader.get<{
    content: { cards: { id: string; revision: number; interviewer: { name: string } }[] };
  }>(`/debriefs/${debriefId}`);
  const card = content.cards.find(({ interviewer }) => interviewer.name === author);
  return { scorecardId: card?.id ?? '', revision: card?.revision ?? 0, criterion, item: 0 };
}

describe('feedback on a piece of evidence', () => {
  it('is given, changed and taken back where it is read, and reaches its author as totals of three', async () => {
    const [maya, priya, lin] = [await web.signedIn(MAYA), await web.signedIn(PRIYA), await Colleague.of(web, 'lin')];
    const id = await debriefOf(maya, 'Elena Petrova');
    const piece = await pieceOf(lin, id, 'Priya Raman', 'cross_functional_ownership');
    await maya.goto(`/debriefs/${id}?card=${piece.scorecardId}`);
    const choice = maya.getByRole('group', { name: 'Your mark: evidence 1, Cross-functional ownership' });
    const pressed = choice.getByRole('button', { pressed: true });
    const says = (text: string) => maya.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });
    await choice.getByRole('button', { name: 'Helpful' }).focus();
    await maya.keyboard.press('Enter');
    await says('Marked as Helpful: evidence 1, Cross-functional ownership.');
    await maya.keyboard.press('Tab');
    await maya.keyboard.press('Space');
    await says('Marked as Vague: evidence 1, Cross-functional ownership.');
    expect(await pressed.allInnerTexts()).toEqual(['Vague']);
    await maya.keyboard.press('Space');
    await says('Mark taken back: evidence 1, Cross-functional ownership.');
    expect(await pressed.count()).toBe(0);
    await maya.keyboard.press('Space');
    await says('Marked as Vague: evidence 1, Cross-functional ownership.');
    await maya.reload();
    await pressed.waitFor();
    expect(await pressed.allInnerTexts()).toEqual(['Vague']);

    // The author marks nothing of their own, and learns nothing of fewer than three.
    const told = listenTo(priya);
    await lin.send('put', `/debriefs/${id}/feedback`, { ...piece, mark: 'vague' });
    await priya.goto(`/debriefs/${id}?card=${piece.scorecardId}`);
    await priya.getByText('What colleagues make of your evidence stands below each piece once 3 of them have marked it.').waitFor();
    expect(await priya.getByRole('group', { name: /^Your mark/ }).count()).toBe(0);
    expect(await priya.getByText(/colleagues marked this/).count()).toBe(0);
    await told.done();
    expect(told.heard.join('')).not.toMatch(/"mark":"|"counts":\{/);
    const daniel = await Colleague.of(web, 'daniel');
    await daniel.send('put', `/debriefs/${id}/feedback`, { ...piece, mark: 'unsupported' });
    await priya.reload();
    await priya.getByText('3 colleagues marked this: 2 vague, 1 unsupported.').waitFor();
    await priya.goto(`/scorecards/${piece.scorecardId}`);
    await priya.getByText('3 colleagues marked this: 2 vague, 1 unsupported.').waitFor();
    await Promise.all([maya.context().close(), priya.context().close(), lin.leave(), daniel.leave()]);
  }, 120_000);
});

describe('an auditor with a complaint', () => {
  it('finds from the application who came as far and why they are on the list, and reads on', async () => {
    const [tomas, maya] = [await web.signedIn('audit@demo.plumbline.example'), await web.signedIn(MAYA)];
    const id = await applicationOf(tomas, 'Viktor Szabó');
    await maya.goto(`/applications/${id}`);
    await heading(maya, 'Viktor Szabó').waitFor();
    expect(await maya.getByRole('link', { name: 'Comparators' }).count()).toBe(0);
    await tomas.goto(`/applications/${id}`);
    await tomas.getByRole('link', { name: 'Comparators' }).click();
    await heading(tomas, 'Comparators of Viktor Szabó').waitFor();
    const why = tomas.getByRole('row', { name: /^On the list because/ }).getByRole('cell');
    const reasons = await why.allInnerTexts();
    expect(reasons[0]).toBe('The application in question');
    expect(reasons.length).toBeGreaterThan(1);
    for (const reason of reasons.slice(1)) expect(reason).toContain('Same job, came as far: Final loop');
    await tomas.getByRole('link', { name: 'Decision and reasons: Noor Haddad' }).click();
    await heading(tomas, 'Noor Haddad').waitFor();
    await tomas.goto('/history?type=comparators.read');
    await tomas.getByText('Finalists compared').first().waitFor();
    await Promise.all([tomas.context().close(), maya.context().close()]);
  }, 120_000);
});

describe('somebody who still owes a card', () => {
  it('sees the stage and nothing else, on every screen and in every answer', async () => {
    const maya = await Colleague.of(web, 'maya');
    const ines = await web.signedIn(INES);
    const id = await debriefOf(ines, 'Marcus Bell');
    const { content } = await maya.get<{
      content: {
        cards: {
          content?: { summary: string; ratings: { note: string; evidence: { fields: Record<string, unknown> }[] }[] };
        }[];
      };
    }>(`/debriefs/${id}`);
    const cards = content.cards.flatMap((card) => (card.content ? [card.content] : []));
    const secrets = cards.flatMap(({ summary, ratings }) => [
      summary,
      ...ratings.flatMap(({ note, evidence }) => [
        note,
        ...evidence.flatMap(({ fields }) => Object.values(fields).filter((value) => typeof value === 'string')),
      ]),
    ]);
    const words = secrets.filter((text) => text.length > 12);
    expect(words.length).toBeGreaterThan(5);
    const told = listenTo(ines);
    await ines.goto('/debriefs');
    await ines.getByRole('listitem').filter({ hasText: 'Marcus Bell' }).getByText('Opens after your own card').waitFor();
    await ines.getByRole('link', { name: 'Open the debrief of Marcus Bell' }).click();
    await heading(ines, 'Not open to you yet').waitFor();
    for (const part of ['reasons', 'agenda', 'ballots', 'challenges', 'decision']) {
      await ines.goto(`/debriefs/${id}?tab=${part}`);
      await heading(ines, 'Not open to you yet').waitFor();
      expect(await ines.getByRole('tab').count()).toBe(0);
    }
    await told.done();
    for (const path of ['', '/recommendation', '/ballots', '/challenges', '/decision', '/agenda', '/events', '/packet', '/next-signal']) {
      told.heard.push(await (await ines.request.get(`/api/v1/debriefs/${id}${path}`)).text());
    }
    expect(told.heard.length).toBeGreaterThan(15);
    const all = told.heard.join('\n');
    expect(words.filter((text) => all.includes(text))).toEqual([]);
    expect(all).not.toMatch(/"(level|verdict|outcome|deciding|inputHash|submittedAt)":/);
    await maya.leave();
    await ines.context().close();
  }, 120_000);
});
