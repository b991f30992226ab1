import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ImportFilesReading } from '../../src/imports/import-files-reading.service.js';
import { ImportsStore } from '../../src/imports/imports.store.js';
import { buildPanel } from '../support/builders.js';
import { mapImport, runImport, uploadImport } from '../support/imports.js';
import { TestApp } from '../support/test-app.js';

const PEOPLE = 100_000;
const COLUMNS = { name: 'Name', email: 'Email', job: 'Job', status: 'Status' };
/** What the work in hand may add to the living memory at its highest, whatever the size of the file. */
const MOST_HEAP = 50 * 1024 * 1024;

v8.setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is in use once what nobody holds is gone. */
function living(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

describe('an import of 100,000 applications', () => {
  it('takes the memory of a batch, and makes all of them or none', async () => {
    const app = await TestApp.start();
    const { job, recruiter } = await buildPanel(app, { interviewers: 1 });
    const lines = Array.from(
      { length: PEOPLE },
      (_, index) => `Person ${index},p${index}@soak.test,${job.title},${index % 3 ? 'Rejected' : 'Active'}`,
    );
    const file = { name: 'people.csv', content: Buffer.from(['Name,Email,Job,Status', ...lines].join('\n')) };
    const read = await uploadImport(app, recruiter, 'csv', [file]);
    const stored = await app.app.get(ImportsStore).read(read.id);
    if (!stored) throw new Error('not stored');
    const heap = { least: living(), most: 0 };
    const watch = setInterval(() => (heap.most = Math.max(heap.most, living())), 2000);
    await app.rows(`update imports set state = 'reading' where id = $1`, [read.id]);
    const held = await app.app.get(ImportFilesReading).read({ ...stored, settings: { columns: COLUMNS } }, stored.attempt ?? '');
    expect(held).toEqual({ rows: 2 * PEOPLE, mostHeld: 1000 });
    await app.rows(`update imports set state = 'needs_mapping' where id = $1`, [read.id]);
    await mapImport(app, recruiter, read.id, { columns: COLUMNS });
    const done = await runImport(app, recruiter, read.id);
    clearInterval(watch);
    expect(done).toMatchObject({ state: 'done', progress: { done: 2 * PEOPLE, total: 2 * PEOPLE } });
    expect(heap.most - heap.least).toBeLessThan(MOST_HEAP);
    const [made] = await app.rows(`select count(*)::int as count from applications where imported_from = 'csv'`);
    expect(made).toEqual({ count: PEOPLE });
    await app.stop();
  }, 3_600_000);
});
