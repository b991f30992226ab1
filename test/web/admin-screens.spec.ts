import { jest } from '@jest/globals';
import { type AdminThings, adminLooks, auditorLooks, entranceLooks, makeAdminThings } from './admin-looks.js';
import { WebTest } from './browser.js';
import { looksOf } from './looks.js';
import { screenTour } from './screen-tour.js';

const ADMIN = 'admin@demo.plumbline.example';
const AUDITOR = 'audit@demo.plumbline.example';

const LOOKS = looksOf(['en', 'light', 1280], ['zh-CN', 'dark', 390], ['en', 'dark', 390], ['zh-CN', 'light', 768], ['zh-CN', 'dark', 1280]);

// A slow machine may keep a screen waiting for once; what axe objects to, it objects to again.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

let web: WebTest;
let empty: WebTest;
let things: AdminThings;
beforeAll(async () => {
  web = await WebTest.start('demo');
  empty = await WebTest.start('empty');
  const page = await web.signedIn(ADMIN);
  things = await makeAdminThings(web, page.request);
  await page.context().close();
}, 180_000);
afterAll(async () => {
  await web.stop();
  await empty.stop();
});

describe.each(LOOKS)('in %s, %s, %i wide, axe objects to nothing and everything fits its window', (language, scheme, width) => {
  const picture = (look: string) => `admin-${look}-${width}-${scheme}-${language}`;

  it('on the screens of an administrator', async () => {
    const page = await web.signedIn(ADMIN, { language, scheme, width });
    const faults = await screenTour(page, adminLooks(language, things), picture);
    await page.context().close();
    expect(faults).toEqual([]);
  }, 600_000);

  it('on the record as an auditor reads it', async () => {
    const page = await web.signedIn(AUDITOR, { language, scheme, width });
    const faults = await screenTour(page, auditorLooks(language), picture);
    await page.context().close();
    expect(faults).toEqual([]);
  }, 120_000);

  it.each([
    ['of the demo', () => web, () => Promise.resolve(null)],
    ['before anybody is there', () => empty, () => empty.firstAdminLink()],
  ] as const)(
    'at the entrance %s',
    async (_, product, link) => {
      const context = await product().window({ language, scheme, width });
      const faults = await screenTour(await context.newPage(), entranceLooks(await link()), picture);
      await context.close();
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
