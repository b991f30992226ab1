import { WebTest, axeFaults, overflow, settled, shoot } from './browser.js';

const ADMIN = 'admin@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

describe('an administrator', () => {
  it('invites somebody, publishes a new version of a rubric, and finds both on the record', async () => {
    const page = await web.signedIn(ADMIN);
    await page.goto('/admin/users');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'E-mail' }).fill('new@demo.plumbline.example');
    await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click();
    await page
      .getByRole('dialog')
      .getByText(/\/accept-invitation#/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Invitations' }).click();
    await page.getByText('new@demo.plumbline.example').waitFor();

    await page.getByRole('link', { name: 'Rubrics' }).click();
    await page.getByRole('link', { name: 'Autonomous-driving AI product manager' }).click();
    await page.getByRole('button', { name: 'Edit as a new version' }).click();
    await page.getByText('Ready to publish').waitFor();
    await page.getByRole('tab', { name: 'What changed' }).click();
    await page.getByText('Nothing changed.').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version published').waitFor();

    await page.getByRole('link', { name: 'History' }).click();
    await page
      .getByRole('button', { name: /Rubric published/ })
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /Invited/ })
      .first()
      .waitFor();
    await page.context().close();
  }, 120_000);

  it.each([
    ['en', 'light', 1280],
    ['zh-CN', 'dark', 390],
  ] as const)(
    'meets nothing that axe objects to, in %s, %s, %i wide',
    async (language, scheme, width) => {
      const page = await web.signedIn(ADMIN, { language, scheme, width });
      const rubrics = (await (await page.request.get('/api/v1/rubrics?limit=1')).json()) as { items: { id: string }[] };
      const users = (await (await page.request.get('/api/v1/users?limit=1')).json()) as { items: { id: string }[] };
      const screens = [
        '/admin/users',
        '/admin/users?tab=invitations',
        `/admin/users/${users.items[0]?.id}`,
        '/admin/tokens',
        '/rubrics',
        `/rubrics/${rubrics.items[0]?.id}`,
        '/admin/templates',
        '/admin/templates/ai-pm-loop',
        '/history',
      ];
      const faults: string[] = [];
      for (const [index, address] of screens.entries()) {
        await page.goto(address);
        await settled(page);
        faults.push(...(await axeFaults(page)));
        const wider = await overflow(page);
        if (wider > 0) faults.push(`${address} is ${wider} px wider than its window`);
        await shoot(page, `admin-${index}-${width}-${scheme}-${language}`);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    180_000,
  );
});
