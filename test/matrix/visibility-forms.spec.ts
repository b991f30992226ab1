import fc from 'fast-check';
import { listStatement } from '../../src/applications/applications-list.statement.js';
import { sightOf, type Sight, type ViewerFacts, type VisibilityPolicy } from '../../src/domain/visibility/visibility.js';
import { viewerFacts } from '../../src/domain/visibility/viewer-facts.js';
import { randomSituation } from './random-situation.js';
import { HERE, recordOf, type Situation } from './situation.js';
import { SituationDatabase } from './situation-database.js';
import { layGround, storeSituation, type Ground } from './stored-situation.js';

const AT = new Date('2026-03-04T12:00:00.000Z');
const RANK: Readonly<Record<Sight, number>> = { absent: 0, status: 1, content: 2 };

function factsOf(situation: Situation): ViewerFacts {
  return viewerFacts(recordOf(situation, AT), { id: HERE.application, jobId: HERE.job, personId: HERE.person }, AT);
}

function sees(situation: Situation, change: Partial<ViewerFacts> = {}, policy: VisibilityPolicy = situation.policy): number {
  return RANK[sightOf({ ...factsOf(situation), ...change }, { policy, debriefOpen: situation.stage !== 'collecting' })];
}

describe('the two forms of the visibility rule', () => {
  let database: SituationDatabase;
  let ground: Ground;
  beforeAll(async () => {
    database = await SituationDatabase.start();
    ground = await layGround(database);
  });
  afterAll(() => database.stop());

  it('agree on any situation', async () => {
    const seen = new Set<Sight>();
    await fc.assert(
      fc.asyncProperty(randomSituation, async (situation) => {
        const expected = sightOf(factsOf(situation), { policy: situation.policy, debriefOpen: situation.stage !== 'collecting' });
        const { viewerId, applicationId } = await storeSituation(database, ground, situation);
        const [row] = await database.rows<{ sight: Sight }>('select sight from application_sight($1, $2) where application_id = $3', [
          viewerId,
          AT,
          applicationId,
        ]);
        seen.add(expected);
        expect(row?.sight).toBe(expected);
      }),
      { numRuns: 400 },
    );
    expect(seen).toEqual(new Set(['absent', 'status', 'content']));
  });

  it('agree with the short road of lists, of one job and of all', async () => {
    const seen = new Set<Sight>();
    await fc.assert(
      fc.asyncProperty(randomSituation, fc.boolean(), async (situation, ofOneJob) => {
        const expected = sightOf(factsOf(situation), { policy: situation.policy, debriefOpen: situation.stage !== 'collecting' });
        const { viewerId, applicationId, jobId } = await storeSituation(database, ground, situation);
        const { statement, filters } = listStatement(situation.site, 'activity', ofOneJob ? { jobId } : {}, false, 201);
        const rows = await database.rows<{ id: string; sight: Sight }>(statement.text, [viewerId, AT, null, null, null, null, ...filters]);
        seen.add(expected);
        // An admin's first page need not reach a situation among hundreds.
        if (rows.length < 201) expect(rows.find(({ id }) => id === applicationId)?.sight ?? 'absent').toBe(expected);
      }),
      { numRuns: 300 },
    );
    expect(seen).toEqual(new Set(['absent', 'status', 'content']));
  });

  it('agree with the plain question whether somebody is conflicted', async () => {
    await fc.assert(
      fc.asyncProperty(randomSituation, async (situation) => {
        const { viewerId, applicationId } = await storeSituation(database, ground, situation);
        const [row] = await database.rows<{ conflicted: boolean }>(
          'select is_conflicted($1, a.person_id, a.job_id) as conflicted from applications a where a.id = $2',
          [viewerId, applicationId],
        );
        expect(row?.conflicted).toBe(factsOf(situation).conflicted);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the visibility rule', () => {
  const holds = (law: (situation: Situation) => boolean) => fc.assert(fc.property(randomSituation, law), { numRuns: 2000 });

  it('never shows more under a tighter policy', () => {
    holds(
      (situation) =>
        sees(situation, {}, 'after_own') >= sees(situation, {}, 'at_debrief') &&
        sees(situation, {}, 'at_debrief') >= sees(situation, {}, 'deciders_only'),
    );
  });

  it('shows no content to anybody who owes, whatever their seats', () => {
    holds(
      (situation) =>
        sees(situation, {
          owes: true,
          jobSeats: ['recruiter', 'hiring_manager'],
          applicationSeats: ['facilitator', 'committee_member', 'bar_raiser'],
          breakGlass: true,
        }) <= RANK.status,
    );
  });

  it('shows nothing to anybody conflicted', () => {
    holds((situation) => sees(situation, { conflicted: true }) === RANK.absent);
  });

  it('never shows more for having declined, and never less for a further seat', () => {
    holds((situation) => sees(situation, { barred: true }) <= sees(situation, { barred: false }));
    holds((situation) => sees(situation, { jobSeats: [...factsOf(situation).jobSeats, 'hiring_manager'] }) >= sees(situation));
  });
});
