import { sightOf, type Sight } from '../../src/domain/visibility/visibility.js';
import { viewerFacts } from '../../src/domain/visibility/viewer-facts.js';
import { HERE, recordOf, type Situation } from './situation.js';
import { SituationDatabase } from './situation-database.js';
import { layGround, storeSituation, type Ground, type StoredSituation } from './stored-situation.js';
import { visibilityRows } from './visibility-rows.js';

function bySpecification(situation: Situation, at: Date): Sight {
  const viewer = viewerFacts(recordOf(situation, at), { id: HERE.application, jobId: HERE.job, personId: HERE.person }, at);
  return sightOf(viewer, { policy: situation.policy, debriefOpen: situation.stage !== 'collecting' });
}

describe('the visibility matrix', () => {
  const rows = visibilityRows();
  let database: SituationDatabase;
  let ground: Ground;
  beforeAll(async () => {
    database = await SituationDatabase.start();
    ground = await layGround(database);
  });
  afterAll(() => database.stop());

  async function bySql({ viewerId, applicationId }: StoredSituation): Promise<unknown> {
    const [row] = await database.rows<{ sight: string }>('select sight from application_sight($1, $2) where application_id = $3', [
      viewerId,
      database.now,
      applicationId,
    ]);
    return row?.sight;
  }

  it('names every situation once', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => JSON.stringify(row.situation))).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(100);
  });

  it.each(rows.map((row) => [row.id, row.sees, row.because, row] as const))('%s %s: %s', async (_id, sees, _because, { situation }) => {
    expect(bySpecification(situation, database.now)).toBe(sees);
    expect(await bySql(await storeSituation(database, ground, situation))).toBe(sees);
  });

  it('is one rule in both forms over all situations at once, as a list pages through them', async () => {
    // Every viewer of the matrix asks about every application of the matrix: seats and duties of one never show in another's.
    const stored = new Map<string, StoredSituation>();
    for (const row of rows) stored.set(row.id, await storeSituation(database, ground, row.situation));
    for (const row of rows) {
      const own = stored.get(row.id);
      const seen = await database.rows<{ application_id: string; sight: Sight }>('select application_id, sight from application_sight($1, $2)', [
        own?.viewerId,
        database.now,
      ]);
      expect(seen.find((one) => one.application_id === own?.applicationId)?.sight).toBe(row.sees);
      const others = new Set([...stored.values()].filter((one) => one !== own).map((one) => one.applicationId));
      const elsewhere = new Set(seen.filter((one) => others.has(one.application_id)).map((one) => one.sight));
      const expected = row.situation.site === 'auditor' ? 'content' : row.situation.site === 'admin' ? 'status' : 'absent';
      expect([...elsewhere]).toEqual([expected]);
    }
  });
});
