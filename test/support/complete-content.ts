import type { RubricContent } from '../../src/domain/rubric/rubric.js';
import type { CardContent } from '../../src/domain/scorecard/scorecard.js';
import type { TestApp, TestUser } from './test-app.js';

/** What a card needs to be submitted and no more: a verdict, and every criterion of its round looked at and left unrated. */
export async function completeContent(app: TestApp, author: TestUser, cardId: string): Promise<CardContent> {
  const [card] = await app.rows<{ round: string; rubric: string }>(
    'select s.round_key as round, a.rubric_version_id as rubric from scorecards s join applications a on a.id = s.application_id where s.id = $1',
    [cardId],
  );
  const { body } = await app.as(author).get(`/rubrics/versions/${card?.rubric}`).expect(200);
  const content = body.content as RubricContent;
  const criteria = content.criteria.filter((criterion) => criterion.rounds.length === 0 || criterion.rounds.includes(card?.round ?? ''));
  const ratings = criteria.map(({ key }) => ({ criterion: key, level: null, evidence: [], note: '' }));
  return { verdict: 'hire', summary: '', ratings, facts: {} };
}
