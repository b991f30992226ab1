import { WebTest, axeFaults, overflow, settled, shoot } from './browser.js';

const ROSA = 'rosa@demo.plumbline.example';

let web: WebTest;
beforeAll(async () => {
  web = await WebTest.start('demo');
}, 180_000);
afterAll(() => web.stop());

const COMBINATIONS = (['en', 'zh-CN'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) => ([1280, 390] as const).map((width) => [language, scheme, width] as const)),
);

describe('every screen of a recruiter', () => {
  it.each(COMBINATIONS)(
    'meets nothing that axe objects to, in %s, %s, %i wide',
    async (language, scheme, width) => {
      const page = await web.signedIn(ROSA, { language, scheme, width });
      const { items } = (await (await page.request.get('/api/v1/board?limit=1&search=Sana')).json()) as {
        items: { applicationId: string; candidateId: string; jobId: string }[];
      };
      const { applicationId, candidateId, jobId } = items[0] ?? { applicationId: '', candidateId: '', jobId: '' };
      const screens = [
        '/board',
        '/board?ended=true',
        '/board?q=nobody-at-all',
        '/reports',
        '/reports?tab=time',
        '/reports?tab=stalls',
        `/applications/${applicationId}`,
        `/applications/${applicationId}?tab=files`,
        `/applications/${applicationId}?tab=seats`,
        `/applications/${applicationId}?tab=history`,
        '/candidates',
        `/candidates/${candidateId}`,
        '/jobs',
        '/jobs/new',
        `/jobs/${jobId}`,
      ];
      const faults: string[] = [];
      for (const [index, address] of screens.entries()) {
        await page.goto(address);
        await settled(page);
        faults.push(...(await axeFaults(page)));
        const wider = await overflow(page);
        if (wider > 0) faults.push(`${address} is ${wider} px wider than its window`);
        await shoot(page, `recruiter-${index}-${width}-${scheme}-${language}`);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    300_000,
  );
});
