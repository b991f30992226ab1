import type { RubricContent } from '../../src/domain/rubric/rubric.js';
import { criteriaOfRound } from '../../src/domain/scorecard/completeness.js';
import type { CardContent } from '../../src/domain/scorecard/scorecard.js';
import { type Panel, type PanelInterview, buildPanel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

function cardFor(rubric: RubricContent, roundKey: string, level: number): CardContent {
  const evidence = [{ form: 'note', fields: { text: 'Named who decides, and by when.' } }];
  const ratings = criteriaOfRound(rubric, roundKey).map((criterion) => ({
    criterion: criterion.key,
    level,
    confidence: 'high' as const,
    note: '',
    evidence: criterion.evidence === 'none' ? [] : evidence,
  }));
  return { verdict: level > 2 ? 'hire' : 'no_hire', summary: `level ${level}`, ratings, facts: {} };
}

const HOUR = 3_600_000;

describe('history', () => {
  let app: TestApp;
  let panel: Panel;
  let rubric: RubricContent;
  let auditor: TestUser;
  let first: PanelInterview;
  let second: PanelInterview;
  const times: Record<string, string> = {};
  const past = (user: TestUser, kind: string, id: string, at: string) =>
    app.as(user).get(`/audit/state?kind=${kind}&id=${id}&at=${encodeURIComponent(at)}`);
  const mark = (name: string) => {
    times[name] = app.clock.now().toISOString();
    app.clock.advance(HOUR);
  };

  beforeAll(async () => {
    app = await TestApp.start();
    auditor = await app.user('Audrey', 'auditor');
    panel = await buildPanel(app, { interviewers: 2, held: true });
    [first, second] = panel.interviews as [PanelInterview, PanelInterview];
    rubric = (await app.as(panel.recruiter).get(`/rubrics/versions/${panel.application.rubricVersionId}`).expect(200)).body.content;
    app.clock.advance(HOUR);
    mark('before');
    await app
      .as(first.interviewer)
      .post(`/scorecards/${first.scorecardId}/submit`, { content: cardFor(rubric, first.roundKey, 4) })
      .expect(200);
    mark('one');
    await app
      .as(second.interviewer)
      .post(`/scorecards/${second.scorecardId}/submit`, { content: cardFor(rubric, second.roundKey, 3) })
      .expect(200);
    mark('both');
    await app
      .as(first.interviewer)
      .post(`/scorecards/${first.scorecardId}/amend`, { content: cardFor(rubric, first.roundKey, 2), reason: 'Read my notes again.' })
      .expect(200);
    mark('amended');
  });
  afterAll(() => app.stop());

  it('rebuilds a scorecard as it stood at any past time', async () => {
    const at = async (name: string) => (await past(auditor, 'scorecard', first.scorecardId, times[name]!).expect(200)).body.cards[0];
    expect(await at('before')).toMatchObject({ status: 'assigned', revision: null, content: null });
    expect(await at('one')).toMatchObject({ status: 'submitted', revision: 1, content: { summary: 'level 4' } });
    expect(await at('amended')).toMatchObject({ status: 'submitted', revision: 2, content: { summary: 'level 2' } });
  });

  it('rebuilds a debrief with all its cards, and remembers who was shown them', async () => {
    const at = async (name: string) => (await past(auditor, 'debrief', panel.application.debriefId, times[name]!).expect(200)).body;
    expect(await at('one')).toMatchObject({
      debriefState: 'collecting',
      decision: null,
      cards: [{ status: 'submitted' }, { status: 'assigned', content: null }],
    });
    expect(await at('both')).toMatchObject({ debriefState: 'ready', cards: [{ revision: 1 }, { revision: 1 }] });
    const shown = await app.rows<{ via: string }>('select via from exposures where user_id = $1', [auditor.id]);
    expect(shown).toHaveLength(2);
  });

  it('tells nobody of a past they may not know: the time before, strangers, things that never were', async () => {
    const stranger = await app.user('Stan');
    const answers = await Promise.all([
      past(stranger, 'scorecard', first.scorecardId, times['both']!),
      past(stranger, 'scorecard', '00000000-0000-4000-8000-000000000000', times['both']!),
      past(auditor, 'scorecard', first.scorecardId, '2001-01-01T00:00:00Z'),
    ]);
    for (const answer of answers) expect([answer.status, answer.body.detail]).toEqual([404, answers[0]?.body.detail]);
    await past(auditor, 'scorecard', first.scorecardId, '-271821-04-20').expect(422);
  });

  it('reads every event of an application back in order, and pages without losing one', async () => {
    const all = (await app.as(auditor).get(`/audit/events?applicationId=${panel.application.id}&limit=200`).expect(200)).body.items;
    const paged: { id: string }[] = [];
    for (let cursor = ''; ;) {
      const { body } = await app.as(auditor).get(`/audit/events?applicationId=${panel.application.id}&limit=3${cursor}`).expect(200);
      paged.push(...body.items);
      if (!body.nextCursor) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(paged.map((event) => event.id)).toEqual(all.map((event: { id: string }) => event.id));
    const types = all.map((event: { type: string }) => event.type);
    expect(types.filter((type: string) => type.startsWith('scorecard.'))).toEqual([
      'scorecard.amended',
      'scorecard.submitted',
      'scorecard.submitted',
    ]);
  });

  it('gives who sees the stage alone no reason but their own back', async () => {
    await app.rows(`update applications set visibility_policy = 'deciders_only' where id = $1`, [panel.application.id]);
    const author = first.interviewer;
    const read = (await app.as(author).get(`/audit/events?applicationId=${panel.application.id}&limit=200`).expect(200)).body.items;
    const reasons = (read as { type: string; reason: string | null; actor: { id: string | null } }[]).filter((event) => event.reason !== null);
    expect(reasons.map((event) => [event.type, event.reason, event.actor.id])).toEqual([['scorecard.amended', 'Read my notes again.', author.id]]);
    expect(read.some((event: { type: string }) => event.type === 'round.skipped')).toBe(true);
    await app.rows(`update applications set visibility_policy = 'after_own' where id = $1`, [panel.application.id]);
  });

  it('cannot be rewritten: not by the running login, not by the owner', async () => {
    for (const table of ['events', 'event_contents', 'scorecard_revisions', 'exposures']) {
      await expect(app.rows(`delete from ${table}`)).rejects.toThrow(/permission denied/);
      await expect(app.asOwner(`delete from ${table}`)).rejects.toThrow(/append-only/);
    }
    await expect(app.asOwner('truncate events cascade')).rejects.toThrow(/append-only/);
  });
});
