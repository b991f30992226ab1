import { naughtyStrings } from '../support/naughty-strings.js';
import { ProductDocument } from '../support/product-document.js';
import { TestApp } from '../support/test-app.js';
import { textFields } from '../support/text-fields.js';
import { TextStories } from '../support/text-stories.js';

/** Some of every part of the list, and what it lacks; `npm run soak` tries all. */
const SAMPLE = [
  ...naughtyStrings().filter((_, index) => index % 104 === 3),
  '',
  '\u3000',
  ' two ends\r\n',
  '\ufeff',
  'e\u0301\u202e',
  '__proto__',
  '\\u0000',
  'nul\u0000',
  'half \ud800',
];

describe('text people write', () => {
  const covered = new Set<string>();
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_POOL: '10' });
  });
  afterAll(() => app.stop());

  it.each(TextStories.names)('comes back byte for byte from every field of the %s', async (name) => {
    const stories = await TextStories.lay(app, name);
    for (const text of SAMPLE) await stories.tell(text);
    for (const field of stories.covered) covered.add(field);
    expect(stories.complaints).toEqual([]);
  });

  it('was tried in every field there is', () => {
    expect(textFields(new ProductDocument()).filter((field) => !covered.has(field))).toEqual([]);
  });
});
