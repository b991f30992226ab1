import { BadRequests } from '../support/bad-requests.js';
import { FullHouse } from '../support/full-house.js';
import { ProductDocument } from '../support/product-document.js';
import { TestApp } from '../support/test-app.js';

const document = new ProductDocument();

/** A sample of what `npm run soak` does whole: bodies of wrong types, ids, versions, cursors, dates, and what nobody asked for. */
describe('malformed input', () => {
  let app: TestApp;
  let requests: BadRequests;
  beforeAll(async () => {
    app = await TestApp.start();
    requests = new BadRequests(await FullHouse.build(app), document, { bodies: 4, texts: 3, seed: 20260304 });
  });
  afterAll(() => app.stop());

  it.each(document.operations().map((operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation] as const))(
    'at %s is refused, named, and writes nothing',
    async (_, operation) => {
      expect(await requests.complaints(operation)).toEqual([]);
    },
  );
});
