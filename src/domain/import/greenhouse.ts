/**
 * Greenhouse Harvest API dumps → neutral records. A record is told by its members, so that a file may hold lists of one kind, single objects, or
 * kinds side by side.
 *
 * Traps of the format, each with a test:
 * - "Private Notes" is an ordinary entry of `questions` with a null id; it is private. "Key Take-Aways" looks the same and is not.
 * - `submitted_at` may lie before `interviewed_at`.
 * - The overall call has other words (`strong_no … strong_yes`) than an attribute (`definitely_not … strong_yes`); `no_decision` is no rating.
 * - `submitted_by` may be somebody else than `interviewer`, whose judgement it is.
 * - Candidates carry their applications inside; the same application comes again in a list of its own.
 * - A prospect has several jobs, or none, and is no application yet.
 *
 * Source: Greenhouse Harvest API documentation, in test/reference/ats-exports.
 */
import type { ApplicationStatus } from '../application/application-life.js';
import type { PayBand } from '../rubric/template-pack.js';
import type { NeutralCard, NeutralContent, NeutralPerson, NeutralRecord } from './neutral-record.js';
import { joinedName, recordOf, unknownRecord } from './record-making.js';
import { LONGEST_WORDS, type SourceValue } from './source-value.js';
import { plainWords } from './plain-words.js';

type Reader = (value: SourceValue) => readonly NeutralRecord[];

/** The first whose members are all there reads the record. */
const READERS: readonly (readonly [readonly string[], Reader])[] = [
  [['overall_recommendation'], (value) => [one(value, card)]],
  [['candidate_rating', 'interviewer_id'], (value) => [one(value, cardOfV3)]],
  [['email_addresses'], candidateWithApplications],
  [['primary_email_address'], (value) => [one(value, user)]],
  [['interviewers', 'application_id'], (value) => [one(value, interview)]],
  [['candidate_id', 'jobs'], (value) => [application(value)]],
  [['job_id', 'interviews'], (value) => [one(value, (stage) => ({ kind: 'stage', name: stage.at('name').text() }))]],
  [['requisition_id'], (value) => [one(value, job)]],
  [['hiring_team'], (value) => [one(value, job)]],
  [['hiring_managers'], (value) => [unknownRecord(value, 'no_place', 'seats give sight of cards; they are given here, by a person')]],
];

/**
 * Reads one record of a dump.
 *
 * In: the value and its place. Out: its neutral records, one or more, faults named; never throws. Source: this file's rule.
 */
export function readGreenhouse(value: SourceValue): readonly NeutralRecord[] {
  const reader = READERS.find(([members]) => value.has(...members));
  return reader ? reader[1](value) : [unknownRecord(value, 'unknown_kind', 'is no record of the Harvest API that is known here')];
}

function one(value: SourceValue, read: (value: SourceValue) => NeutralContent): NeutralRecord {
  return recordOf(value, value.at('id').id(), read);
}

function user(value: SourceValue): NeutralContent {
  return { kind: 'user', name: value.at('name').text(200), email: value.at('primary_email_address').email() };
}

function job(value: SourceValue): NeutralContent {
  const office = value.at('offices').items()[0];
  const status = value.at('status').text();
  return {
    kind: 'job',
    title: value.at('name').text(200),
    summary: plainWords(value.at('notes').text(LONGEST_WORDS)).slice(0, 4000),
    department: value.at('departments').items()[0]?.at('name').text(200) ?? '',
    location: office?.at('location').at('name').text() || (office?.at('name').text() ?? ''),
    status: status === 'open' ? 'open' : status === 'draft' ? 'draft' : 'closed',
    country: null,
    responsibilities: [],
    requirements: [],
    band: bandOf(value),
  };
}

/** The first range of money among the job's own fields. */
function bandOf(value: SourceValue): PayBand | null {
  const fields = value.at('keyed_custom_fields');
  if (!fields.isObject) return null;
  const names = Object.keys(Object(fields.value));
  const range = names
    .map((name) => fields.at(name))
    .find((field) => field.at('type').text() === 'currency_range')
    ?.at('value');
  const [minimum, maximum, currency] = [range?.at('min_value').number(), range?.at('max_value').number(), range?.at('unit').text()];
  if (typeof minimum !== 'number' || typeof maximum !== 'number' || currency === undefined || !/^[A-Z]{3}$/.test(currency)) return null;
  return minimum <= maximum ? { currency, minimum, maximum } : null;
}

function candidateWithApplications(value: SourceValue): readonly NeutralRecord[] {
  return [one(value, candidate), ...value.at('applications').items().map(application)];
}

function candidate(value: SourceValue): NeutralContent {
  const emails = value
    .at('email_addresses')
    .items()
    .map((entry) => entry.at('value').email())
    .filter((email) => email !== null);
  const links = [...value.at('website_addresses').items(), ...value.at('social_media_addresses').items()].map((entry) => entry.at('value').text());
  return {
    kind: 'candidate',
    name: required(value, joinedName(value.at('first_name').text(200), value.at('last_name').text(200))),
    email: emails[0] ?? null,
    otherEmails: emails.slice(1),
    phone: value.at('phone_numbers').items()[0]?.at('value').text(100) ?? '',
    location: (value.at('addresses').items()[0]?.at('value').text() ?? '').replaceAll('\n', ', '),
    links: links.filter((link) => link !== ''),
    linkedUsers: value
      .at('linked_user_ids')
      .items()
      .map((id) => id.id())
      .filter((id) => id !== null),
  };
}

function required(value: SourceValue, name: string): string {
  if (name === '') value.skip('no_name', 'has no name');
  return name;
}

const STATUSES: Readonly<Record<string, ApplicationStatus>> = { active: 'active', rejected: 'rejected', hired: 'hired', converted: 'withdrawn' };

function application(value: SourceValue): NeutralRecord {
  return one(value, (from) => {
    const jobs = from.at('jobs').items();
    if (from.at('prospect').flag() || jobs.length !== 1)
      from.skip('prospect', 'is a prospect, or names several jobs or none: no application to one job yet');
    const status = STATUSES[from.at('status').text()];
    if (status === undefined) from.at('status').note('unknown_status', 'is not a status known here; read as active');
    const ended = from.at('rejected_at').time();
    return {
      kind: 'application',
      candidate: from.at('candidate_id').id() ?? '',
      job: jobs[0]?.at('id').id() ?? null,
      jobTitle: jobs[0]?.at('name').textOrNull() ?? null,
      status: status ?? 'active',
      stage: from.at('current_stage').at('name').textOrNull(),
      source: from.at('source').at('public_name').text(200),
      startedAt: from.at('applied_at').time(),
      endedAt: ended ?? (status === 'hired' || status === 'rejected' ? from.at('last_activity_at').time() : null),
      reason: from.at('rejection_reason').at('name').text(2000),
    };
  });
}

function interview(value: SourceValue): NeutralContent {
  const status = value.at('status').text();
  const start = value.at('start').at('date_time').time() ?? value.at('start').at('date').time();
  return {
    kind: 'interview',
    application: value.at('application_id').id() ?? '',
    name: value.at('interview').at('name').text(),
    startsAt: start,
    endsAt: value.at('end').at('date_time').time(),
    timeZone: null,
    location: value.at('location').text() || value.at('video_conferencing_url').text(),
    cancelled: false,
    over: status === 'complete' || status === 'awaiting_feedback' || status === 'collect_feedback',
    cards: value
      .at('interviewers')
      .items()
      .map((person) => person.at('scorecard_id').id())
      .filter((id) => id !== null),
  };
}

/** An administrator may type in another's card: the judgement is the interviewer's. */
function authorOf(value: SourceValue): NeutralPerson {
  const person = value.at('interviewer').isAbsent ? value.at('submitted_by') : value.at('interviewer');
  return { id: person.at('id').id(), name: person.at('name').text(200), email: person.at('email').email() };
}

/** Private by its name, whatever its id: the vendor's own question has a null one, like the public take-aways. */
const PRIVATE = /^\s*private notes?\s*$/i;

function card(value: SourceValue): NeutralContent {
  const questions = value
    .at('questions')
    .items()
    .map((entry) => ({
      question: entry.at('question').text(),
      answer: entry.at('answer').text(LONGEST_WORDS),
    }));
  const secrets = questions.filter(({ question }) => PRIVATE.test(question)).map(({ answer }) => answer);
  const ratings = value
    .at('attributes')
    .items()
    .map((attribute) => {
      const rating = attribute.at('rating').textOrNull();
      return {
        name: attribute.at('name').text(),
        group: attribute.at('type').text(),
        rating: rating === 'no_decision' ? null : rating,
        note: attribute.at('note').text(LONGEST_WORDS),
      };
    });
  const overall = value.at('overall_recommendation').textOrNull();
  return {
    ...bareCard(value),
    title: value.at('interview').textOrNull() ?? value.at('interview_step').at('name').text(),
    author: authorOf(value),
    overall: overall === 'no_decision' ? null : overall,
    ratings: ratings.filter(({ rating, note }) => rating !== null || note !== ''),
    answers: questions.filter(({ question, answer }) => !PRIVATE.test(question) && answer !== ''),
    privateNote: secrets.filter((words) => words !== '').join('\n\n') || null,
  };
}

function bareCard(value: SourceValue): Omit<NeutralCard, 'title' | 'author' | 'overall' | 'ratings' | 'answers' | 'privateNote'> {
  return {
    kind: 'card',
    application: value.at('application_id').id(),
    interview: null,
    interviewedAt: value.at('interviewed_at').time(),
    submittedAt: value.at('submitted_at').time(),
    deleted: false,
  };
}

/** The third version of the API keeps attributes apart and has members of their own for notes. */
function cardOfV3(value: SourceValue): NeutralContent {
  const overall = value.at('candidate_rating').textOrNull();
  const told = (['notes', 'public_notes'] as const).map((name) => ({ question: name, answer: value.at(name).text(LONGEST_WORDS) }));
  return {
    ...bareCard(value),
    submittedAt: value.at('status').text() === 'draft' ? null : value.at('submitted_at').time(),
    title: '',
    author: { id: value.at('interviewer_id').id(), name: '', email: null },
    overall: overall === 'no_decision' ? null : overall,
    ratings: [],
    answers: told.filter(({ answer }) => answer !== ''),
    privateNote: value.at('private_notes').textOrNull(LONGEST_WORDS),
  };
}
