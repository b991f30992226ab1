import { WebTest, axeFaults, overflow, settled, shoot } from './browser.js';

const ADMIN = 'admin@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

describe('the screens of an administrator', () => {
  it.each([
    ['en', 'light', 1280],
    ['zh-CN', 'dark', 390],
  ] as const)(
    'have nothing that axe objects to and fit their window, in %s, %s, %i wide',
    async (language, scheme, width) => {
      const page = await web.signedIn(ADMIN, { language, scheme, width });
      const rubrics = (await (await page.request.get('/api/v1/rubrics?limit=1')).json()) as { items: { id: string; latestVersionId: string }[] };
      const users = (await (await page.request.get('/api/v1/users?limit=1')).json()) as { items: { id: string }[] };
      const plans = (await (await page.request.get('/api/v1/interview-plans?limit=1')).json()) as { items: { id: string }[] };
      const rubric = rubrics.items[0];
      // The second look finds the draft that the first one opened.
      await page.request.post(`/api/v1/rubrics/versions/${rubric?.latestVersionId}/drafts`);
      const hook = { url: `https://example.com/${width}`, eventTypes: ['scorecard.submitted'] };
      const webhook = (await (await page.request.post('/api/v1/webhooks', { data: hook })).json()) as { id: string };
      const office = { name: `Office ${width}`, country: 'CN', closingDays: [{ date: '2026-11-27', name: 'Moving house' }] };
      const calendar = (await (await page.request.post('/api/v1/calendars', { data: office })).json()) as { id: string };
      const screens = [
        '/rubrics/new',
        `/rubrics/${rubric?.id}/edit`,
        '/admin/users',
        '/admin/users?tab=invitations',
        `/admin/users/${users.items[0]?.id}`,
        '/admin/tokens',
        '/rubrics',
        `/rubrics/${rubric?.id}`,
        '/admin/templates',
        '/admin/templates/ai-pm-loop',
        '/history',
        '/plans',
        '/plans/new',
        `/plans/${plans.items[0]?.id}`,
        '/admin/webhooks',
        `/admin/webhooks/${webhook.id}`,
        '/admin/calendars',
        `/admin/calendars/${calendar.id}`,
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
      await page.goto('/admin/users');
      await page.getByRole('button', { name: /^(Invite somebody|邀请)/ }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
      faults.push(...(await axeFaults(page)));
      expect(faults).toEqual([]);
      await page.context().close();
    },
    180_000,
  );
});
