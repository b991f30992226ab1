import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAshby } from './ashby.js';
import { readGreenhouse } from './greenhouse.js';
import { readLever } from './lever.js';
import type { NeutralCard, NeutralJob, NeutralRecord } from './neutral-record.js';
import { readJobPosting } from './schema-org.js';
import { SourceValue } from './source-value.js';

const payload = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../test/reference/ats-exports/${name}.json`, import.meta.url)), 'utf8'));
const value = (json: unknown) => new SourceValue(json, '', []);
const contents = (records: readonly NeutralRecord[]) => records.map((record) => record.content);
const cardOf = (records: readonly NeutralRecord[]): NeutralCard => {
  const card = contents(records).find((content): content is NeutralCard => content.kind === 'card');
  if (!card) throw new Error('no card');
  return card;
};
const jobOf = (json: unknown): NeutralJob => {
  const [job] = contents(readJobPosting(value(json)));
  if (job?.kind !== 'job') throw new Error('no job');
  return job;
};
const noted = (records: readonly NeutralRecord[]) => records.flatMap((record) => record.faults.map((fault) => `${fault.pointer} ${fault.code}`));

describe('Greenhouse', () => {
  const card = (changes: object = {}) => readGreenhouse(value({ ...payload('greenhouse_harvest__scorecards__01_the_scorecard_object'), ...changes }));

  it('has Private Notes among ordinary questions with a null id: they are private, the take-aways beside them are not', () => {
    const { privateNote, answers } = cardOf(card());
    expect(privateNote).toBe('Seems like a decent candidate.');
    expect(answers.map((one) => one.question)).not.toContain('Private Notes');
    expect(answers[0]).toEqual({ question: 'Key Take-Aways', answer: 'Seems like a decent candidate.' });
  });

  it('names its private question in any case, and gives it an id where somebody made it', () => {
    const questions = [{ id: 7, question: ' PRIVATE NOTE ', answer: 'mine' }];
    expect(cardOf(card({ questions }))).toMatchObject({ privateNote: 'mine', answers: [] });
  });

  it('words the overall call and the attributes differently; no decision is no rating', () => {
    const { overall, ratings } = cardOf(card());
    expect(overall).toBe('yes');
    expect(ratings.map((one) => one.rating)).toEqual(['yes', 'yes', 'mixed', 'mixed', 'no', 'definitely_not']);
    const undecided = card({ overall_recommendation: 'no_decision', attributes: [{ name: 'A', type: 'Skills', note: null, rating: 'no_decision' }] });
    expect(cardOf(undecided)).toMatchObject({ overall: null, ratings: [] });
  });

  it('may submit before it interviews; both times are kept', () => {
    expect(cardOf(card())).toMatchObject({ interviewedAt: '2016-08-18T16:00:00.000Z', submittedAt: '2014-03-26T21:59:51.000Z' });
  });

  it('lets an administrator type in another’s card: it is the interviewer’s', () => {
    expect(cardOf(card()).author).toEqual({ id: '821', name: 'Robert Robertson', email: null });
  });

  it('carries applications in candidates, and prospects among applications', () => {
    const records = readGreenhouse(value(payload('greenhouse_harvest__candidates__01_the_candidate_object')));
    expect(records.map((record) => `${record.content.kind} ${record.externalId} ${record.pointer}`)).toEqual([
      'candidate 53883394 ',
      'application 69102626 /applications/0',
      'application 65153308 /applications/1',
    ]);
    expect(contents(records)[0]).toMatchObject({ email: 'test@work.com', otherEmails: ['test@example.com'], linkedUsers: ['989604'] });
    const list = payload('greenhouse_harvest__applications__02_get_list_applications') as unknown as object[];
    expect(noted(readGreenhouse(value(list[1])))).toEqual([' prospect']);
  });

  it('reads every documented object, and gives a job its band', () => {
    const kinds = (name: string) => contents(readGreenhouse(value(payload(`greenhouse_harvest__${name}`)))).map((content) => content.kind);
    expect(kinds('users__01_the_user_object')).toEqual(['user']);
    expect(kinds('job_stages__01_the_job_stage_object')).toEqual(['stage']);
    expect(kinds('scheduled_interviews__01_the_scheduled_interview_object')).toEqual(['interview']);
    expect(kinds('jobs__09_get_hiring_team')).toEqual(['unknown']);
    const [job] = contents(readGreenhouse(value(payload('greenhouse_harvest__jobs__01_the_job_object'))));
    expect(job).toMatchObject({ title: 'Archaeologist', status: 'closed', band: { currency: 'USD', minimum: 70000, maximum: 90000 } });
  });
});

describe('Lever', () => {
  const feedback = payload('lever_feedback_retrieve')['data'] as Record<string, unknown>;

  it('marks what was deleted', () => {
    expect(cardOf(readLever(value(feedback))).deleted).toBe(true);
    expect(cardOf(readLever(value({ ...feedback, deletedAt: null }))).deleted).toBe(false);
  });

  it('tells times in milliseconds, and the overall call in a score named Rating', () => {
    const card = cardOf(readLever(value(feedback)));
    expect(card).toMatchObject({
      submittedAt: '2015-02-06T14:05:49.510Z',
      overall: '4 - Strong Hire',
      ratings: [],
      interview: '85110ec8-e33a-4997-a798-5affc854b7ce',
    });
    expect(card.answers.map((one) => one.question)).toContain('Notes / Comments');
  });

  it('may hold a value that its own form does not know: kept, and told', () => {
    const updated = payload('lever_feedback_update_response')['data'];
    const records = readLever(value(updated));
    expect(cardOf(records).overall).toBe('3 - Yes');
    expect(noted(records)).toEqual(['/fields/0/value rating_not_in_form']);
  });

  it('keeps a secret note to its author', () => {
    const note = payload('lever_note_retrieve')['data'] as Record<string, unknown>;
    expect(cardOf(readLever(value(note)))).toMatchObject({ privateNote: null, deleted: true });
    const secret = cardOf(readLever(value({ ...note, secret: true })));
    expect(secret.answers).toEqual([]);
    expect(secret.privateNote).toContain('We should move forward with Teresa');
  });

  it('makes an opportunity a candidate and an application, with what stands in it', () => {
    const records = readLever(
      value({
        id: 'o1',
        contact: 'c1',
        name: 'Kristoff',
        emails: ['k@example.test'],
        applications: [{ posting: 'p1' }],
        archived: { archivedAt: 1423231549510, reason: 'Withdrew' },
        feedback: [feedback],
      }),
    );
    expect(records.map((record) => `${record.content.kind} ${record.externalId}`)).toEqual([
      'candidate c1',
      'application o1',
      `card ${String(feedback['id'])}`,
    ]);
    expect(contents(records)[1]).toMatchObject({ candidate: 'c1', job: 'p1', status: 'withdrawn' });
    expect(cardOf(records).application).toBe('o1');
  });

  it('gives an interview its end by its length', () => {
    const [interview] = contents(readLever(value(payload('lever_interview_retrieve')['data'])));
    expect(interview).toMatchObject({
      startsAt: '2015-02-06T02:00:00.000Z',
      endsAt: '2015-02-06T02:30:00.000Z',
      cancelled: false,
      timeZone: 'America/Los_Angeles',
    });
  });
});

describe('Ashby', () => {
  const [feedback] = payload('ashby_applicationFeedback_list__documented_example') as unknown as Record<string, unknown>[];

  it('writes scores as text: kept as text, and no number', () => {
    const card = cardOf(readAshby(value(feedback)));
    expect(card).toMatchObject({ overall: 'hire', ratings: [{ name: 'Technical Skills', rating: '4' }], title: 'Technical Assessment' });
    expect(card.answers.map((one) => one.question)).toEqual(['Detailed Feedback']);
  });

  it('keeps a private field to its author, and answers that no field names', () => {
    const submittedValues = { overall_recommendation: 'hire', private_notes: 'between us', extra: 'said too' };
    expect(cardOf(readAshby(value({ ...feedback, submittedValues })))).toMatchObject({
      privateNote: 'between us',
      answers: [{ question: 'extra', answer: 'said too' }],
    });
  });
});

describe('schema.org JobPosting', () => {
  it('becomes a draft job with band and requirements', () => {
    const job = jobOf(payload('schemaorg_jobposting__eg-0028'));
    expect(job).toMatchObject({
      title: 'Software Engineer',
      status: 'draft',
      location: 'Kirkland, WA',
      band: { currency: 'USD', minimum: 100000, maximum: 100000 },
    });
    expect(job.requirements.map((one) => one.text)).toContain('Highly motivated.');
    expect(job.responsibilities).toEqual([
      'Design and write specifications for tools for in-house customers Build tools according to specifications',
    ]);
  });

  it.each([
    [
      { currency: 'EUR', value: { minValue: 50, maxValue: 60, unitText: 'HOUR' } },
      { currency: 'EUR', minimum: 104000, maximum: 124800 },
    ],
    [
      { currency: 'CNY', value: { minValue: '20,000', maxValue: 30000, unitText: 'MONTH' } },
      { currency: 'CNY', minimum: 240000, maximum: 360000 },
    ],
    [{ value: { minValue: 1, maxValue: 2, unitText: 'YEAR' } }, null],
    [{ currency: 'USD', value: { minValue: 3, maxValue: 2, unitText: 'YEAR' } }, null],
    [{ currency: 'USD', value: { minValue: 1, maxValue: 2, unitText: 'FORTNIGHT' } }, null],
  ])('reads pay %j as %j a year', (baseSalary, band) => {
    expect(jobOf({ '@type': 'JobPosting', title: 'T', baseSalary }).band).toEqual(band);
  });

  it('tells wishes from demands, and finds postings in a graph', () => {
    const posting = { '@type': ['JobPosting'], title: 'T', skills: ['Rust is a plus', 'TypeScript'] };
    expect(jobOf({ '@graph': [{ '@type': 'Organization' }, posting] }).requirements).toEqual([
      { text: 'Rust is a plus', level: 'preferred' },
      { text: 'TypeScript', level: 'required' },
    ]);
    expect(noted(readJobPosting(value({ '@type': 'Thing' })))).toEqual([' unknown_kind']);
  });
});
