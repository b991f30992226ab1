import { jest } from '@jest/globals';
import { WebTest, axeFaults, overflow, settled, shoot } from './browser.js';
import { looksOf } from './looks.js';
import { type Prepared, prepare, recruitersScreens } from './recruiter-screens.js';

const ROSA = 'rosa@demo.plumbline.example';

// A slow machine may keep a screen waiting for once; what axe objects to, it objects to again.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

let web: WebTest;
let prepared: Prepared;
beforeAll(async () => {
  web = await WebTest.start('demo');
  const page = await web.signedIn(ROSA);
  prepared = await prepare(page);
  await page.context().close();
}, 240_000);
afterAll(() => web.stop());

/** `SCREENS='^import'` looks at some of them only. */
const ONLY = new RegExp(process.env['SCREENS'] ?? '');

const LOOKS = looksOf(
  ['zh-CN', 'dark', 390],
  ['en', 'light', 1280],
  ['zh-CN', 'light', 1280],
  ['en', 'dark', 390],
  ['en', 'dark', 1280],
  ['zh-CN', 'light', 390],
);

describe('every screen of a recruiter', () => {
  it.each(LOOKS)(
    'meets nothing that axe objects to and fits its window, in %s, %s, %i wide',
    async (language, scheme, width) => {
      const page = await web.signedIn(ROSA, { language, scheme, width });
      const faults: string[] = [];
      for (const { name, open } of recruitersScreens(page, language, prepared).filter((screen) => ONLY.test(screen.name))) {
        try {
          await open();
        } catch (error) {
          faults.push(`${name} did not open: ${String(error).slice(0, 300)}`);
          continue;
        }
        await settled(page);
        faults.push(...(await axeFaults(page)));
        const wider = await overflow(page);
        if (wider > 0) faults.push(`${name} is ${wider} px wider than its window`);
        await shoot(page, `recruiter-${name}-${width}-${scheme}-${language}`);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    600_000,
  );
});
