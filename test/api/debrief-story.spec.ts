import type { RubricContent } from '../../src/domain/rubric/rubric.js';
import { criteriaOfRound } from '../../src/domain/scorecard/completeness.js';
import type { CardContent } from '../../src/domain/scorecard/scorecard.js';
import { type Panel, type PanelInterview, buildPanel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

/** A whole card for a round: every criterion it assesses at this level, with a note as evidence. */
function cardFor(rubric: RubricContent, roundKey: string, level: number): CardContent {
  const ratings = criteriaOfRound(rubric, roundKey).map((criterion) => ({
    criterion: criterion.key,
    level,
    confidence: 'high' as const,
    note: '',
    evidence: criterion.evidence === 'none' ? [] : [{ form: 'note', fields: { text: 'Talked of synergies and of aligning everybody.' } }],
  }));
  return { verdict: level > 2 ? 'hire' : 'no_hire', summary: '', ratings, facts: {} };
}

describe('a debrief from the cards to the decision, over HTTP', () => {
  let app: TestApp;
  let panel: Panel;
  let rubric: RubricContent;
  let facilitator: TestUser;
  const debrief = () => `/debriefs/${panel.application.debriefId}`;
  const amend = (interview: PanelInterview, content: CardContent, reason = 'Jargon without a decision') =>
    app.as(interview.interviewer).post(`/scorecards/${interview.scorecardId}/amend`, { content, reason });
  const read = async (user: TestUser) => (await app.as(user).get(`${debrief()}/recommendation`).expect(200)).body;
  const ballot = async (kind: string, choices: readonly (readonly [TestUser, string])[]) => {
    await app.as(facilitator).post(`${debrief()}/ballots`, { kind }).expect(201);
    for (const [voter, choice] of choices) await app.as(voter).put(`${debrief()}/ballots/${kind}/vote`, { choice }).expect(200);
  };

  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { interviewers: 2, held: true });
    facilitator = await app.user('Fay Facilitator');
    await app.as(panel.recruiter).post(`/applications/${panel.application.id}/seats`, { userId: facilitator.id, kind: 'facilitator' }).expect(201);
    rubric = (await app.as(panel.recruiter).get(`/rubrics/versions/${panel.application.rubricVersionId}`).expect(200)).body.content;
  });
  afterAll(() => app.stop());

  it('opens when the last card is in', async () => {
    const [first, second] = panel.interviews as [PanelInterview, PanelInterview];
    await app
      .as(first.interviewer)
      .post(`/scorecards/${first.scorecardId}/submit`, { content: cardFor(rubric, first.roundKey, 4) })
      .expect(200);
    await app
      .as(second.interviewer)
      .get(`${debrief()}/recommendation`)
      .expect(403)
      .expect(({ body }) => expect(body.code).toBe('sealed'));
    await app
      .as(second.interviewer)
      .post(`/scorecards/${second.scorecardId}/submit`, { content: cardFor(rubric, second.roundKey, 3) })
      .expect(200);
    const { body } = await app.as(second.interviewer).get(debrief()).expect(200);
    expect(body).toMatchObject({ state: 'ready', sight: 'content', content: { ballotsOwed: ['first', 'second'] } });
    expect(body.content.cards.map((card: { id: string; content: unknown }) => [card.id, card.content !== null])).toEqual(
      panel.interviews.map((one) => [one.scorecardId, true]),
    );
    const shown = await app.rows(`select 1 from exposures where user_id = $1 and scorecard_id = $2`, [second.interviewer.id, first.scorecardId]);
    expect(shown).toHaveLength(1);
  });

  it('freezes the cards while a ballot is open, and lets a challenged rating be revised after it', async () => {
    const [first, second] = panel.interviews as [PanelInterview, PanelInterview];
    await app.as(facilitator).post(`${debrief()}/ballots`, { kind: 'first' }).expect(201);
    await amend(first, cardFor(rubric, first.roundKey, 2)).expect(409);
    for (const voter of [first.interviewer, second.interviewer, panel.hiringManager])
      await app.as(voter).put(`${debrief()}/ballots/first/vote`, { choice: 'hire' }).expect(200);
    const before = await read(panel.hiringManager);
    const criterion = criteriaOfRound(rubric, first.roundKey)[0]!.key;
    const raised = await app
      .as(panel.hiringManager)
      .post(`${debrief()}/challenges`, { scorecardId: first.scorecardId, criterion, reasonCode: 'jargon', words: 'Which decision?' })
      .expect(201);
    await amend(first, cardFor(rubric, first.roundKey, 1)).expect(200);
    const answered = await app
      .as(first.interviewer)
      .post(`${debrief()}/challenges/${raised.body.items[0].id}/answer`, { outcome: 'revised', words: 'You are right.' })
      .expect(200);
    expect(answered.body.items[0]).toMatchObject({ status: 'revised', before: { revision: 1, level: 4 }, after: { revision: 2, level: 1 } });
    const after = await read(panel.hiringManager);
    expect(after.inputHash).not.toBe(before.inputHash);
    expect(after.unexposed.deciding).toBeCloseTo(before.recommendation.deciding.value, 12);
    expect(after.recommendation.deciding.value).toBeLessThan(before.recommendation.deciding.value);
  });

  it('is decided after the second ballot; an amendment then needs it reopened', async () => {
    const [first, second] = panel.interviews as [PanelInterview, PanelInterview];
    await ballot('second', [
      [first.interviewer, 'no_hire'],
      [second.interviewer, 'hire'],
      [panel.hiringManager, 'no_hire'],
    ]);
    const shown = await read(panel.hiringManager);
    const decision = {
      outcome: 'no_hire',
      rationale: 'Nothing was decided by this person.',
      explanation: 'See the challenge.',
      inputHash: shown.inputHash,
    };
    await app.as(panel.hiringManager).post(`${debrief()}/decision`, decision).expect(201);
    await amend(second, cardFor(rubric, second.roundKey, 2), 'Thought again').expect(409);
    await app.as(panel.hiringManager).post(`${debrief()}/reopen`, { reason: 'A second look at one card' }).expect(200);
    await amend(second, cardFor(rubric, second.roundKey, 2), 'Thought again').expect(200);
    await app
      .as(facilitator)
      .get(debrief())
      .expect(200)
      .expect(({ body }) => expect(body).toMatchObject({ state: 'ready', roundNumber: 2 }));
  });

  it('tells an auditor the whole story afterwards', async () => {
    const auditor = await app.user('Audie', 'auditor');
    const { body } = await app.as(auditor).get(`/audit/events?applicationId=${panel.application.id}&limit=200`).expect(200);
    const types = new Set((body.items as { type: string }[]).map((event) => event.type));
    for (const type of [
      'debrief.state_changed',
      'ballot.opened',
      'ballot.voted',
      'ballot.revealed',
      'challenge.raised',
      'challenge.resolved',
      'decision.recorded',
      'debrief.reopened',
      'decision.superseded',
      'debrief.reading_refused',
    ]) {
      expect(types).toContain(type);
    }
  });
});
