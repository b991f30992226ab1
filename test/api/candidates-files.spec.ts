import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082',
  'hex',
);

describe.each([{ store: 'database' }, { store: 'folder' }])('candidate files kept in the $store', ({ store }) => {
  let app: TestApp;
  let panel: Panel;
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-files-'));
  beforeAll(async () => {
    app = await TestApp.start({ FILE_STORE: store, DATA_DIR: folder, MAX_FILE_MEGABYTES: '1' });
    panel = await buildPanel(app, { interviewers: 1 });
  });
  afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (by: TestUser, kind: string, name: string, content: Buffer) =>
    app.as(by).post(`/candidates/${panel.candidate.id}/files`).field('kind', kind).attach('file', content, name);
  const read = (by: TestUser, id: string) =>
    app
      .as(by)
      .get(`/candidates/${panel.candidate.id}/files/${id}/content`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });

  it('come back byte for byte, as a download and never as a page', async () => {
    const made = await send(panel.recruiter, 'resume', 'Résumé (Casey) 林.pdf', PDF).expect(201);
    expect(made.body).toMatchObject({ kind: 'resume', name: 'Résumé (Casey) 林.pdf', mediaType: 'application/pdf', size: PDF.length });
    const got = await read(panel.interviewers[0]!, made.body.id).expect(200);
    expect(Buffer.compare(got.body, PDF)).toBe(0);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    expect(got.headers['content-disposition']).toMatch(
      /^attachment; filename="[^"]+"; filename\*=UTF-8''R%C3%A9sum%C3%A9%20%28Casey%29%20%E6%9E%97\.pdf$/,
    );
    const [row] = await app.rows<{ content: Buffer | null }>('select content from candidate_files where id = $1', [made.body.id]);
    expect(row?.content === null).toBe(store === 'folder');
    const path = join(folder, 'files', String(made.body.id).slice(0, 2), made.body.id);
    expect(existsSync(path)).toBe(store === 'folder');
    if (store === 'folder') expect(Buffer.compare(readFileSync(path), PDF)).toBe(0);
  });

  it('are what their content says, not what their name says', async () => {
    for (const [name, content] of [
      ['cv.pdf', PNG],
      ['cv.html', Buffer.from('<script>1</script>')],
      ['cv', PDF],
      ['cv.txt', PDF],
      ['cv.txt', Buffer.from([0x41, 0])],
      ['cv.md', Buffer.from([0xff, 0xfe])],
      ['cv.docx', PDF],
    ] as const) {
      expect((await send(panel.recruiter, 'resume', name, content).expect(415)).body.errors[0]).toMatchObject({ pointer: '/file' });
    }
    await send(panel.recruiter, 'work_sample', 'picture.PNG', PNG).expect(201);
    await send(panel.recruiter, 'work_sample', 'notes.md', Buffer.from('# Grüße\n')).expect(201);
  });

  it('have a limit, a kind and a name', async () => {
    expect((await send(panel.recruiter, 'resume', 'big.txt', Buffer.alloc(1024 * 1024 + 1, 'a')).expect(413)).body).toMatchObject({
      code: 'payload_too_large',
      errors: [{ pointer: '/file' }],
    });
    await send(panel.recruiter, 'resume', 'whole.txt', Buffer.alloc(1024 * 1024, 'a')).expect(201);
    expect((await send(panel.recruiter, 'diary', 'cv.pdf', PDF).expect(422)).body.errors[0]).toMatchObject({ pointer: '/kind' });
    expect((await send(panel.recruiter, 'resume', 'empty.txt', Buffer.alloc(0)).expect(422)).body.errors[0]).toMatchObject({
      pointer: '/file',
      code: 'empty',
    });
    const nothing = await app.as(panel.recruiter).post(`/candidates/${panel.candidate.id}/files`).field('kind', 'resume').expect(422);
    expect(nothing.body.errors[0]).toMatchObject({ pointer: '/file', code: 'required' });
    const more = await app
      .as(panel.recruiter)
      .post(`/candidates/${panel.candidate.id}/files`)
      .field('kind', 'resume')
      .field('owner', 'me')
      .attach('file', PDF, 'cv.pdf')
      .expect(422);
    expect(more.body.errors[0]).toMatchObject({ pointer: '/owner' });
    await app.as(panel.recruiter).post(`/candidates/${panel.candidate.id}/files`, { kind: 'resume' }).expect(415);
  });

  it('are for those who may know of the candidate, and written by those who keep the record', async () => {
    const made = await send(panel.recruiter, 'resume', 'cv.pdf', PDF).expect(201);
    const stranger = await app.user('Stranger');
    await read(stranger, made.body.id).expect(404);
    await app.as(stranger).get(`/candidates/${panel.candidate.id}/files`).expect(404);
    await send(stranger, 'resume', 'cv.pdf', PDF).expect(404);
    await send(panel.interviewers[0]!, 'resume', 'cv.pdf', PDF).expect(403);
    const other = await buildPanel(app, { interviewers: 1 });
    await app.as(panel.recruiter).get(`/candidates/${other.candidate.id}/files/${made.body.id}/content`).expect(404);
  });

  it('are removed from sight and kept on the record', async () => {
    const made = await send(panel.recruiter, 'other', 'letter.txt', Buffer.from('Dear all')).expect(201);
    const remove = () =>
      app.as(panel.recruiter).post(`/candidates/${panel.candidate.id}/files/${made.body.id}/remove`, { reason: 'asked for by the candidate' });
    await remove().expect(204);
    await read(panel.recruiter, made.body.id).expect(404);
    expect((await remove().expect(409)).body.code).toBe('wrong_state');
    const list = await app.as(panel.recruiter).get(`/candidates/${panel.candidate.id}/files`).expect(200);
    expect(list.body.items.map((item: { id: string }) => item.id)).not.toContain(made.body.id);
    const events = await app.rows<{ type: string }>('select type from events where subject_id = $1 order by id', [made.body.id]);
    expect(events.map((event) => event.type)).toEqual(['file.added', 'file.removed']);
  });
});
