import request from 'supertest';
import { TestApp, type TestUser } from '../support/test-app.js';

describe('requests that cannot be read', () => {
  let app: TestApp;
  let ada: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    ada = await app.user('Ada');
  });
  afterAll(() => app.stop());

  const raw = (body: string, type = 'application/json') =>
    request(app.app.getHttpServer()).post('/api/v1/rubrics').set('cookie', `plumbline=${ada.secret}`).set('content-type', type).send(body);

  it.each([
    ['text that is no JSON', '{"name":', 'application/json', 400, 'malformed_request'],
    ['an empty body', '', 'application/json', 400, 'malformed_request'],
    ['a list', '[]', 'application/json', 400, 'malformed_request'],
    ['a number', '3', 'application/json', 400, 'malformed_request'],
    ['null', 'null', 'application/json', 400, 'malformed_request'],
    ['another type', '<name/>', 'application/xml', 415, 'unsupported_media_type'],
    ['more than is allowed', JSON.stringify({ name: 'x'.repeat(3_000_000) }), 'application/json', 413, 'payload_too_large'],
    ['a poisoned prototype', '{"__proto__": {"admin": true}, "name": "x", "content": {}}', 'application/json', 400, 'malformed_request'],
  ])('refuses %s with a problem', async (_, body, type, status, code) => {
    const answer = await raw(body, type);
    expect({ status: answer.status, code: (answer.body as { code?: string }).code }).toEqual({ status, code });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ requestId: answer.headers['x-request-id'], errors: expect.any(Array) });
    expect(answer.text).not.toMatch(/at .*\.(js|ts):\d+/);
  });

  it('answers an unknown address and an id that is none with a problem that names it', async () => {
    const nowhere = await app.as(ada).get('/nothing/here').expect(404);
    expect(nowhere.body).toMatchObject({ code: 'not_found' });
    const noId = await app.as(ada).get('/rubrics/versions/42').expect(422);
    expect(noId.body.errors).toEqual([expect.objectContaining({ pointer: '/versionId', in: 'path' })]);
    const noPath = await request(app.app.getHttpServer()).get('/api/v1/%E0%A4%A').set('cookie', `plumbline=${ada.secret}`);
    expect(noPath.status).toBeLessThan(500);
  });

  it('refuses text that could not be kept as it is, naming where it stands', async () => {
    const nul = await app.as(ada).post('/rubrics', { name: 'a\u0000b', content: {} }).expect(422);
    expect(nul.body.errors).toContainEqual(expect.objectContaining({ pointer: '/name', code: 'nul_character' }));
    const half = await raw('{"name":"\\ud800","content":{}}').expect(422);
    expect(half.body.errors).toContainEqual(expect.objectContaining({ pointer: '/name', code: 'lone_surrogate' }));
  });
});
