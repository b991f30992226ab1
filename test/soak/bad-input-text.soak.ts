import { naughtyStrings } from '../support/naughty-strings.js';
import { TestApp } from '../support/test-app.js';
import { TextStories } from '../support/text-stories.js';

const MORE = ['\u3000', ' two ends\r\n', '\ufeff', 'e\u0301\u202e', '__proto__', '\\u0000', 'nul\u0000', 'half \ud800', '\udc00 half'];

describe('text people write, every string of the list', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_POOL: '10' });
  });
  afterAll(() => app.stop());

  it.each(TextStories.names)('comes back byte for byte from every field of the %s', async (name) => {
    const texts = [...naughtyStrings(), ...MORE];
    // A fresh ground now and then, so that lists stay short.
    for (let start = 0; start < texts.length; start += 40) {
      const stories = await TextStories.lay(app, name);
      for (const text of texts.slice(start, start + 40)) await stories.tell(text);
      expect(stories.complaints).toEqual([]);
    }
  });
});
