import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { ImportFilesReading } from '../../src/imports/import-files-reading.service.js';
import { ImportsStore } from '../../src/imports/imports.store.js';
import { checkInvariants } from '../../src/platform/invariants.js';
import { buildPanel, type Panel } from '../support/builders.js';
import { mapImport, reportLines, runImport, settled, tableCounts, uploadImport } from '../support/imports.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const HEADER = 'Candidate;E-mail;Position;Status;Stage;Applied at';
const csv = (...rows: readonly string[]) => [HEADER, ...rows].join('\r\n');
const COLUMNS = { name: 'Candidate', email: 'E-mail', job: 'Position', status: 'Status', stage: 'Stage', startedAt: 'Applied at' };

describe('an import of a CSV file', () => {
  let app: TestApp;
  let recruiter: TestUser;
  let panel: Panel;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { interviewers: 1 });
    recruiter = panel.recruiter;
  });
  afterEach(async () => expect(await checkInvariants(app.database)).toEqual([]));
  afterAll(() => app.stop());

  const file = (content: string | Buffer, name = 'people.csv') => [{ name, content }];
  const row = (name: string, email: string, status = 'Active', stage = '') => `${name};${email};${panel.job.title};${status};${stage};2026-01-05`;

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
  ])('is read as %s, and its columns are suggested by their names', async (_, encode) => {
    const read = await uploadImport(app, recruiter, 'csv', file(encode(csv(row('Łucja Ünal', 'lu@example.test')))));
    expect(read).toMatchObject({
      state: 'needs_mapping',
      columns: {
        header: HEADER.split(';'),
        suggestion: COLUMNS,
        delimiter: ';',
        sample: [['Łucja Ünal', 'lu@example.test', panel.job.title, 'Active', '', '2026-01-05']],
      },
    });
  });

  it('makes candidates and applications, skips what it must, and says why with the line', async () => {
    const read = await uploadImport(
      app,
      recruiter,
      'csv',
      file(
        csv(
          row('Ann Able', 'ann@example.test'),
          row('', 'none@example.test'),
          `Bo Bell;bo@example.test;No such job;;;`,
          row('Own', recruiter.email),
          row('Ann A.', 'ANN@example.test'),
        ),
      ),
    );
    const planned = await mapImport(app, recruiter, read.id, { columns: COLUMNS });
    expect(planned).toMatchObject({ state: 'planned' });
    const { body } = await app.as(recruiter).get(`/imports/${read.id}/report`).expect(200);
    expect(body.items.map((one: Record<string, unknown>) => [one['line'], one['kind'], one['action'], one['code']])).toEqual([
      [2, 'candidate', 'make', null],
      [2, 'application', 'make', null],
      [3, 'candidate', 'skip', 'no_name'],
      [3, 'application', 'skip', 'no_name'],
      [4, 'candidate', 'make', null],
      [4, 'application', 'skip', 'no_job'],
      [5, 'candidate', 'skip', 'own_record'],
      [5, 'application', 'skip', 'candidate_skipped'],
      [6, 'candidate', 'skip', 'repeated'],
      [6, 'application', 'skip', 'repeated'],
    ]);
    expect(await runImport(app, recruiter, read.id)).toMatchObject({ state: 'done' });
    const again = await uploadImport(app, recruiter, 'csv', file(csv(row('Ann Able', 'ann@example.test'))));
    const before = await tableCounts(app);
    await mapImport(app, recruiter, again.id, { columns: COLUMNS });
    await runImport(app, recruiter, again.id);
    expect(await tableCounts(app)).toEqual(before);
  });

  it('moves an application whose status changed at the source', async () => {
    const first = await uploadImport(app, recruiter, 'csv', file(csv(row('Mo Move', 'mo@example.test'))));
    await mapImport(app, recruiter, first.id, { columns: COLUMNS });
    await runImport(app, recruiter, first.id);
    const second = await uploadImport(app, recruiter, 'csv', file(csv(row('Mo Move', 'mo@example.test', 'Rejected'))));
    await mapImport(app, recruiter, second.id, { columns: COLUMNS });
    expect((await reportLines(app, recruiter, second.id)).map((line) => line.split(' ').slice(-1)[0])).toEqual(['unchanged', 'change']);
    await runImport(app, recruiter, second.id);
    const [application] = await app.rows(
      `select a.status, a.current_round_key as round from applications a join candidates c on c.id = a.candidate_id where c.email = 'mo@example.test'`,
    );
    expect(application).toEqual({ status: 'rejected', round: null });
  });

  it('keeps a mapping under a name, and takes it by itself for the next file with this header', async () => {
    const first = await uploadImport(app, recruiter, 'csv', file(csv(row('Sa Saved', 'sa@example.test'))));
    await mapImport(app, recruiter, first.id, { columns: COLUMNS, saveAs: ' Our export ' });
    const { body } = await app.as(recruiter).get('/imports/mappings').expect(200);
    expect(body.items).toMatchObject([{ name: ' Our export ', source: 'csv', settings: { columns: COLUMNS } }]);
    expect(await uploadImport(app, recruiter, 'csv', file(csv(row('Sb Saved', 'sb@example.test'))))).toMatchObject({ state: 'planned' });
    const other = await uploadImport(app, recruiter, 'csv', file('Candidate,Position\nA,B\n'));
    await app.as(recruiter).post(`/imports/${other.id}/mapping`, { mappingId: body.items[0].id }).expect(422);
    await app.as(panel.hiringManager).delete(`/imports/mappings/${body.items[0].id}`).expect(404);
    await app.as(recruiter).delete(`/imports/mappings/${body.items[0].id}`).expect(204);
    expect(await uploadImport(app, recruiter, 'csv', file(csv(row('Sc', 'sc@example.test'))))).toMatchObject({ state: 'needs_mapping' });
  });

  it('does nothing where the ground moved since it was looked at, and shows the plan anew', async () => {
    const read = await uploadImport(app, recruiter, 'csv', file(csv(row('Gro Ground', 'gro@example.test'))));
    await mapImport(app, recruiter, read.id, { columns: COLUMNS });
    const made = await app.as(recruiter).post('/candidates', { name: 'Gro Ground', email: 'gro@example.test' }).expect(201);
    const before = await tableCounts(app);
    expect(await runImport(app, recruiter, read.id)).toMatchObject({ state: 'planned', replanned: true });
    expect(await tableCounts(app)).toEqual(before);
    expect(await runImport(app, recruiter, read.id)).toMatchObject({ state: 'done' });
    const [application] = await app.rows(`select candidate_id as id from applications where imported_from = 'csv' and source_id like 'gro@%'`);
    expect(application).toEqual({ id: made.body.id });
  });

  it('can be given up, before it runs and while it runs, with nothing done', async () => {
    const read = await uploadImport(app, recruiter, 'csv', file(csv(row('Ca Cancel', 'ca@example.test'))));
    await mapImport(app, recruiter, read.id, { columns: COLUMNS });
    const before = await tableCounts(app);
    await app.as(recruiter).post(`/imports/${read.id}/run`, {}).expect(200);
    await app.as(recruiter).post(`/imports/${read.id}/cancel`, {}).expect(200);
    expect(await settled(app, recruiter, read.id)).toMatchObject({ state: 'cancelled' });
    expect(await tableCounts(app)).toEqual(before);
    await app.as(recruiter).post(`/imports/${read.id}/run`, {}).expect(409);
    expect(await app.rows(`select 1 from import_chunks where import_id = $1`, [read.id])).toEqual([]);
    expect(await app.rows(`select 1 from import_rows where import_id = $1 and content <> '{}'`, [read.id])).toEqual([]);
  });

  it('is its owner’s alone, and for recruiters and admins', async () => {
    const read = await uploadImport(app, recruiter, 'csv', file(csv(row('Se Secret', 'se@example.test'))));
    const admin = await app.user('Ada Admin', 'admin');
    await app.as(admin).get(`/imports/${read.id}`).expect(404);
    await app.as(admin).get(`/imports/${read.id}/report.csv`).expect(404);
    await app.as(admin).post(`/imports/${read.id}/run`, {}).expect(404);
    const member = await app.user('Mem Ber');
    await app.as(member).post('/imports').field('source', 'csv').attach('file', Buffer.from('a'), 'a.csv').expect(403);
  });

  it('gives its report as CSV in which no cell is a formula', async () => {
    const read = await uploadImport(app, recruiter, 'csv', file(csv(row('=1+1', 'fo@example.test'))));
    await mapImport(app, recruiter, read.id, { columns: COLUMNS });
    const { text } = await app.as(recruiter).get(`/imports/${read.id}/report.csv`).expect(200);
    expect(text.split('\n')[0]).toContain('position,file,line');
    expect(text).not.toMatch(/(^|,)"?=1/m);
    expect(text).toContain('begins like a formula');
  });

  it.each<[string, string | Buffer, object]>([
    ['a quotation mark that is never closed', `${HEADER}\n"Ann;ann@example.test`, { code: 'quote_not_closed', file: 'bad.csv' }],
    ['two columns of one name', 'Name;Email;Email\nA;b;c\n', { code: 'repeated_column', line: 1, column: 3 }],
    [
      'bytes that are no text',
      Buffer.concat([Buffer.from(`${HEADER}\nAnn;`), Buffer.from([0xe9, 0x21]), Buffer.from(';\n')]),
      { code: 'encoding', line: 2, column: 5 },
    ],
    ['nothing but blank lines', '\n\n\n', { code: 'empty' }],
  ])('says what is wrong and where: %s', async (_, content, problem) => {
    expect(await uploadImport(app, recruiter, 'csv', file(content, 'bad.csv'))).toMatchObject({ state: 'failed', problem });
  });

  it('keeps what cannot be stored out, and says so', async () => {
    const read = await uploadImport(app, recruiter, 'csv', file(csv(row('Nu\u0000l', 'nul@example.test'))));
    await mapImport(app, recruiter, read.id, { columns: COLUMNS });
    const { body } = await app.as(recruiter).get(`/imports/${read.id}/report`).expect(200);
    expect(body.items[0]).toMatchObject({ label: 'Nu\uFFFDl · nul@example.test', warnings: [{ code: 'unstorable_text' }] });
  });

  it('refuses what is no text file, what is too large, and parts it does not know', async () => {
    const send = (source: string, content: Buffer) => app.as(recruiter).post('/imports').field('source', source).attach('file', content, 'x');
    await send('csv', Buffer.from('504b0304140000000800', 'hex')).expect(415);
    await send('excel', Buffer.from('a')).expect(422);
    await send('csv', Buffer.alloc(0)).expect(422);
    await app.as(recruiter).post('/imports').field('source', 'csv').field('other', 'x').attach('file', Buffer.from('a'), 'x').expect(422);
    await app.as(recruiter).post('/imports').attach('file', Buffer.from('a'), 'x').expect(422);
    await app.as(recruiter).post('/imports', {}).expect(415);
    const small = await TestApp.start({ MAX_IMPORT_MEGABYTES: '1' });
    const admin = await small.user('Ada Admin', 'admin');
    await small.as(admin).post('/imports').field('source', 'csv').attach('file', Buffer.alloc(1_100_000, 'a'), 'x').expect(413);
    expect(await small.rows('select 1 from imports')).toEqual([]);
    expect(await small.rows('select 1 from import_chunks')).toEqual([]);
    await small.stop();
  });

  it('names unknown jobs, rubrics, plans and columns in a mapping', async () => {
    const read = await uploadImport(app, recruiter, 'csv', file(csv(row('Ma Map', 'ma@example.test'))));
    const nobody = '00000000-0000-4000-8000-000000000000';
    const wrong = { columns: { name: 'Nobody' } };
    const unknown = { columns: COLUMNS, jobs: { X: nobody }, newJobs: { rubricVersionId: nobody, planId: nobody } };
    const pointers = async (body: object) =>
      (await app.as(recruiter).post(`/imports/${read.id}/mapping`, body).expect(422)).body.errors.map((one: { pointer: string }) => one.pointer);
    expect(await pointers(wrong)).toEqual(['/columns/name']);
    expect(await pointers(unknown)).toEqual(['/jobs/X', '/newJobs/rubricVersionId', '/newJobs/planId']);
  });

  it('holds no more rows in memory than one batch, however many there are', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => row(`Held ${index}`, `h${index}@held.test`));
    const read = await uploadImport(app, recruiter, 'csv', file(csv(...rows)));
    const stored = await app.app.get(ImportsStore).read(read.id);
    if (!stored) throw new Error('not stored');
    await app.rows(`update imports set state = 'reading' where id = $1`, [read.id]);
    const mapped = { ...stored, settings: { columns: COLUMNS } };
    expect(await app.app.get(ImportFilesReading).read(mapped, stored.attempt ?? '')).toEqual({ rows: 6000, mostHeld: 1000 });
    await app.rows(`update imports set state = 'cancelled' where id = $1`, [read.id]);
  });

  it('takes 5,000 applications a batch at a time, all in one transaction', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => row(`Person ${index}`, `p${index}@bulk.test`, index % 2 ? 'Rejected' : 'Active'));
    const read = await uploadImport(app, recruiter, 'csv', file(csv(...rows)));
    const mapped = await mapImport(app, recruiter, read.id, { columns: COLUMNS });
    expect(mapped).toMatchObject({
      counts: [
        { kind: 'candidate', action: 'make', count: 5000 },
        { kind: 'application', action: 'make', count: 5000 },
      ],
    });
    const done = await runImport(app, recruiter, read.id);
    expect(done).toMatchObject({ state: 'done', progress: { done: 10_000, total: 10_000 } });
    const [count] = await app.rows(
      `select count(*)::int as applications, count(distinct a.xmin::text)::int as transactions from applications a join candidates c on c.id = a.candidate_id where c.email like '%@bulk.test'`,
    );
    expect(count).toEqual({ applications: 5000, transactions: 1 });
  });

  it('leaves nothing when it breaks off in the middle', async () => {
    const read = await uploadImport(app, recruiter, 'csv', file(csv(row('Br Break', 'br@example.test'))));
    await mapImport(app, recruiter, read.id, { columns: COLUMNS });
    const before = await tableCounts(app);
    await app.asOwner(`create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`);
    await app.asOwner(`create trigger break_off before insert on debriefs for each row execute function break_off()`);
    await app.as(recruiter).post(`/imports/${read.id}/run`, {}).expect(200);
    for (let turn = 0; turn < 4; turn++) {
      await app.app.get(BackgroundWorker).runDue();
      app.clock.advance(3_600_000);
    }
    expect((await app.as(recruiter).get(`/imports/${read.id}`).expect(200)).body).toMatchObject({ state: 'failed', problem: { code: 'broken_off' } });
    expect(await tableCounts(app)).toEqual(before);
    await app.asOwner('drop trigger break_off on debriefs');
    await app.asOwner('drop function break_off()');
  });
});
