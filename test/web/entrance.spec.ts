import { GOOD_PASSWORD } from '../support/browser.js';
import { WebTest, axeFaults, settled } from './browser.js';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('empty');
}, 120_000);
afterAll(() => web.stop());

/** The path and secret of a one-time link, on the server under test: the link itself names the port people were told. */
function pathOf(link: string): string {
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}

describe('the ways into an empty installation', () => {
  it('makes the first admin, invites, signs out and in, and sets a new password, each by its link', async () => {
    const context = await web.window();
    const page = await context.newPage();
    await page.goto('/');
    await page.getByText('Nobody has an account yet').waitFor();

    await page.goto(await web.firstAdminLink());
    await page.getByLabel('Name of the organisation').fill('Lighthouse Robotics');
    await page.getByLabel('Your name').fill('Ada Admin');
    await page.getByLabel('E-mail address').fill('ada@example.test');
    await page.getByRole('textbox', { name: 'New password' }).fill('password1234');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByText(/too easy to guess/).waitFor();
    await page.getByRole('textbox', { name: 'New password' }).fill(GOOD_PASSWORD);
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByRole('button', { name: /^Ada Admin/ }).waitFor();

    const sent = await context.request.post('/api/v1/invitations', {
      data: { email: 'wei@example.test', name: 'Wei', siteRole: 'member' },
    });
    const guest = await web.window();
    const door = await guest.newPage();
    await door.goto(pathOf((await sent.json()).link));
    await door.getByRole('heading', { name: 'Welcome to Lighthouse Robotics' }).waitFor();
    await settled(door);
    expect(await axeFaults(door)).toEqual([]);
    await door.getByRole('textbox', { name: 'New password' }).fill(GOOD_PASSWORD);
    await door.getByRole('button', { name: 'Create my account' }).click();
    await door.getByText('Nothing waits for you').waitFor();

    await door.getByRole('button', { name: /^Wei .*sign out$/ }).click();
    await door.getByRole('menuitem', { name: 'Sign out' }).click();
    await door.getByRole('heading', { name: 'Sign in' }).waitFor();
    await door.goto('/interviews?show=all');
    await door.getByLabel('E-mail address').fill('wei@example.test');
    await door.getByRole('textbox', { name: 'Password' }).fill('not the password');
    await door.getByRole('button', { name: 'Sign in', exact: true }).click();
    await door.getByText('Wrong e-mail address or password').waitFor();
    expect(await axeFaults(door)).toEqual([]);
    await door.getByRole('textbox', { name: 'Password' }).fill(GOOD_PASSWORD);
    await door.getByRole('button', { name: 'Sign in', exact: true }).click();
    await door.getByText('No interviews yet').waitFor();
    expect(door.url()).toMatch(/\/interviews\?show=all$/);

    const users = await (await context.request.get('/api/v1/users?search=wei')).json();
    const link = await context.request.post(`/api/v1/users/${users.items[0].id}/password-link`, {
      data: { reason: 'Asked in person' },
    });
    await door.goto(pathOf((await link.json()).link));
    await door.getByRole('textbox', { name: 'New password' }).fill(`${GOOD_PASSWORD} anew`);
    expect(await axeFaults(door)).toEqual([]);
    await door.getByRole('button', { name: 'Set the password' }).click();
    await door.getByRole('heading', { name: 'Sign in' }).waitFor();
    await door.getByLabel('E-mail address').fill('wei@example.test');
    await door.getByRole('textbox', { name: 'Password' }).fill(`${GOOD_PASSWORD} anew`);
    await door.getByRole('button', { name: 'Sign in', exact: true }).click();
    await door.getByRole('button', { name: /^Wei .*sign out$/ }).waitFor();
    // A used link says so, and the way out.
    await door.goto(pathOf((await sent.json()).link));
    await door.getByText('This link no longer works').waitFor();
    await context.close();
    await guest.close();
  });
});
