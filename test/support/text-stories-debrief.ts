import { DebriefRoom, plainRubric } from './debrief-room.js';
import { type TextTeller, WORDS } from './text-teller.js';

const VETO = plainRubric({ veto: 'bar_raiser' }, [{ key: 'bar', name: 'Bar', kind: 'veto', seat: 'bar_raiser', effect: 'cap_no_hire' }]);

/** A debrief from the agenda to the dissent, and its reopening. */
export async function debriefStory(teller: TextTeller): Promise<void> {
  const { app } = teller;
  const rooms = new DebriefRoom(app);
  const room = await rooms.build({
    levels: [
      [3, 2],
      [3, 4],
    ],
    rubric: VETO,
    settings: { firstBallot: false, secondBallot: false },
  });
  const bar = await app.user('Barry');
  await rooms.seat(bar, 'bar_raiser', { application: room.applicationId });
  const [author] = room.interviewers;
  if (!author) throw new Error('no author');
  const ids = { debriefId: room.debriefId, item: 'criterion:alignment' };
  const get = async (path: string) =>
    (await app.as(room.manager).get(`/debriefs/${room.debriefId}${path}`).expect(200)).body as Record<string, unknown>;
  await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/discussion`).expect(200);
  const minutes = await teller.tell(room.facilitator, 'put', '/debriefs/{debriefId}/agenda/items/{item}/minutes', ids, { text: WORDS }, 0);
  teller.shows(minutes, await get('/agenda/items/criterion:alignment/minutes'), { '/text': '/items/0/text' });

  const challenge = { scorecardId: room.cards[0], reasonCode: 'jargon', words: WORDS };
  const raised = await teller.tell(room.manager, 'post', '/debriefs/{debriefId}/challenges', ids, { ...challenge, criterion: 'impact' });
  const challengeId = String((raised.body['items'] as { id: string }[])[0]?.id);
  const replied = await teller.tell(
    author,
    'post',
    '/debriefs/{debriefId}/challenges/{challengeId}/replies',
    { ...ids, challengeId },
    { words: WORDS },
  );
  const answered = await teller.tell(
    author,
    'post',
    '/debriefs/{debriefId}/challenges/{challengeId}/answer',
    { ...ids, challengeId },
    { outcome: 'upheld', words: WORDS },
  );
  const challenges = await get('/challenges');
  teller.shows(raised, challenges, { '/words': '/items/0/words' });
  teller.shows(replied, challenges, { '/words': '/items/0/replies/0/words' });
  teller.shows(answered, challenges, { '/words': '/items/0/resolution' });
  await app
    .as(room.manager)
    .post(`/debriefs/${room.debriefId}/challenges`, { ...challenge, words: 'Open still.', criterion: 'alignment' })
    .expect(201);

  const vetoed = await teller.tell(bar, 'post', '/debriefs/{debriefId}/vetoes', ids, { reason: WORDS });
  teller.shows(vetoed, vetoed.body, { '/reason': '/content/vetoes/0/reason' });
  const lifted = await teller.tell(bar, 'post', '/debriefs/{debriefId}/vetoes/withdraw', ids, { reason: WORDS });
  await teller.records(lifted, '/reason');

  const { inputHash } = await get('/recommendation');
  const decision = {
    outcome: 'strong_no_hire',
    inputHash,
    rationale: WORDS,
    explanation: WORDS,
    level: WORDS,
    conditions: WORDS,
    overrideReason: WORDS,
  };
  const decided = await teller.tell(room.manager, 'post', '/debriefs/{debriefId}/decision', ids, decision);
  const dissent = await teller.tell(author, 'post', '/debriefs/{debriefId}/decision/dissents', ids, { words: WORDS });
  const decisions = await get('/decision');
  teller.shows(
    decided,
    decisions,
    Object.fromEntries(['rationale', 'explanation', 'level', 'conditions', 'overrideReason'].map((member) => [`/${member}`, `/items/0/${member}`])),
  );
  teller.shows(dissent, decisions, { '/words': '/items/0/dissents/0/words' });
  const reopened = await teller.tell(room.manager, 'post', '/debriefs/{debriefId}/reopen', ids, { reason: WORDS });
  await teller.records(reopened, '/reason');
}

/** Words with a vote, and why somebody was absent. */
export async function ballotStory(teller: TextTeller): Promise<void> {
  const { app } = teller;
  const room = await new DebriefRoom(app).build({
    levels: [
      [3, 3],
      [3, 3],
    ],
  });
  const [voter, absent] = room.interviewers;
  if (!voter || !absent) throw new Error('two voters');
  const ids = { debriefId: room.debriefId, kind: 'first' };
  await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/ballots`, { kind: 'first' }).expect(201);
  const voted = await teller.tell(voter, 'put', '/debriefs/{debriefId}/ballots/{kind}/vote', ids, { choice: 'hire', words: WORDS });
  const closed = await teller.tell(room.facilitator, 'post', '/debriefs/{debriefId}/ballots/{kind}/close', ids, {
    absences: [
      { userId: absent.id, reason: WORDS },
      { userId: room.manager.id, reason: WORDS },
    ],
  });
  const { body } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/ballots`).expect(200);
  const [ballot] = body.items as { seats: { userId: string }[]; votes: { userId: string }[] }[];
  teller.shows(
    voted,
    ballot?.votes.find((vote) => vote.userId === voter.id),
    { '/words': '/words' },
  );
  teller.shows(
    closed,
    ballot?.seats.find((seat) => seat.userId === absent.id),
    { '/absences/0/reason': '/reason' },
  );
  teller.shows(
    closed,
    ballot?.seats.find((seat) => seat.userId === room.manager.id),
    { '/absences/1/reason': '/reason' },
  );
}

/** From the decision to hire to the hire. */
export async function offerStory(teller: TextTeller): Promise<void> {
  const { app } = teller;
  const room = await new DebriefRoom(app).build({
    levels: [
      [3, 3],
      [3, 3],
    ],
    settings: { firstBallot: false, secondBallot: false },
  });
  await app.rows('update application_rounds set content = $2 where id = $1', [
    room.roundId,
    JSON.stringify({ key: 'loop', name: 'Loop', minutes: 60, focus: 'Depth', targetDay: 9, panel: [] }),
  ]);
  const { body: shown } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/recommendation`).expect(200);
  await app
    .as(room.manager)
    .post(`/debriefs/${room.debriefId}/decision`, { outcome: 'hire', rationale: 'Both saw it.', inputHash: shown.inputHash })
    .expect(201);
  for (const move of ['offer', 'retract-offer', 'offer', 'hire']) {
    const moved = await teller.tell(
      room.recruiter,
      'post',
      `/applications/{applicationId}/${move}`,
      { applicationId: room.applicationId },
      { reasonCode: 'other', reason: WORDS },
    );
    await teller.records(moved, '/reason');
  }
}
