import { FullHouse } from '../support/full-house.js';
import { ProductDocument } from '../support/product-document.js';
import { TestApp } from '../support/test-app.js';

const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
const ID = '00000000-0000-4000-8000-000000000000';
const MADE_UP = [
  'x',
  '%',
  cursor(),
  cursor(null),
  cursor(null, null),
  cursor(''),
  cursor('a'),
  cursor(1.5),
  cursor(-1),
  cursor('99999999999999999999'),
  cursor('x', 'y'),
  cursor('x', 1),
  cursor(1, ID),
  cursor(null, ID),
  cursor('\u0000', ID),
  cursor('a', '\u0000'),
  cursor('-271821-04-20T00:00:00.000Z', ID),
  cursor('2026-13-01 00:00:00+00', ID),
  cursor('infinity'),
  cursor(1, 'a', 'x'),
  cursor('1', 'a', ID),
  cursor(1e12, 'a', ID),
  cursor({}, []),
  cursor(1e308, 1e308),
];
const WRONG_TIMES = ['-271821-04-20', '+275760-09-13T00:00:00Z', '0000-00-00', '2026-13-01', 'soon', '1e99', 'NaN', ' '];

describe('lists asked with cursors and times nobody gave', () => {
  let app: TestApp;
  let house: FullHouse;
  beforeAll(async () => {
    app = await TestApp.start();
    house = await FullHouse.build(app);
  });
  afterAll(() => app.stop());

  const asking = new ProductDocument()
    .operations()
    .flatMap((operation) =>
      operation.parameters
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => ({ operation, name: parameter.name, schema: parameter.schema })),
    );
  const lists = asking.filter((one) => one.name === 'cursor').map((one) => [one.operation.path, one] as const);
  const timed = asking.filter((one) => one.schema.format === 'date-time').map((one) => [`${one.operation.path}?${one.name}`, one] as const);

  it.each(lists)('GET %s refuses a made-up cursor by name', async (_, { operation }) => {
    for (const [made, more] of MADE_UP.flatMap((one) =>
      operation.path === '/scorecards'
        ? [
            [one, '&mine=true'],
            [one, `&applicationId=${house.id('applicationId')}`],
          ]
        : [[one, '']],
    )) {
      const answer = await app.as(house.caller(operation)).get(`${house.pathOf(operation)}?cursor=${encodeURIComponent(made ?? '')}${more}`);
      // A text of one's own is as good as any where text is what the list is sorted by.
      if (answer.status !== 200)
        expect({ made, status: answer.status, errors: answer.body.errors }).toMatchObject({
          made,
          status: 422,
          errors: [{ pointer: '/cursor', in: 'query' }],
        });
    }
  });

  it.each(timed)('GET %s refuses a time that is none', async (_, { operation, name }) => {
    for (const wrong of WRONG_TIMES) {
      const answer = await app.as(house.caller(operation)).get(`${house.pathOf(operation)}?${name}=${encodeURIComponent(wrong)}`);
      expect({ wrong, status: answer.status, errors: answer.body.errors }).toEqual({
        wrong,
        status: 422,
        errors: expect.arrayContaining([expect.objectContaining({ pointer: `/${name}`, in: 'query' })]),
      });
    }
  });
});
