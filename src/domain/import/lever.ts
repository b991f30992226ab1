/**
 * Lever API dumps → neutral records. An opportunity is an application of a contact to a posting; feedback, interviews and notes stand in it, or
 * name it in `opportunityId` or `opportunity`; a single answer is wrapped in `data`.
 *
 * Traps of the format, each with a test:
 * - `deletedAt` is a tombstone: what was deleted at the source is not taken over, and what was taken over before is told.
 * - Times are milliseconds since 1970.
 * - A score is a text such as "4 - Strong Hire", and may name an option that its own form does not have ("3 - Yes" beside "3 - Hire").
 * - The overall call is the score marked `overall` or `isSummary`, or named "Rating"; its type is `score` in one place and `score-system` in another.
 * - A secret note is private.
 * - `completedAt` may be absent: such feedback was never submitted.
 *
 * Source: Lever API documentation, in test/reference/ats-exports.
 */
import type { NeutralAnswer, NeutralContent, NeutralRating, NeutralRecord } from './neutral-record.js';
import { recordOf, unknownRecord } from './record-making.js';
import { plainWords } from './plain-words.js';
import { LONGEST_WORDS, type SourceValue } from './source-value.js';

/**
 * Reads one record of a dump. In: the value and its place. Out: its neutral records, faults named; never throws. Source: this file's rule.
 */
export function readLever(value: SourceValue): readonly NeutralRecord[] {
  if (value.has('emails') || value.has('contact')) return opportunity(value);
  if (value.has('fields') && (value.has('baseTemplateId') || value.has('panel') || value.has('interviewId'))) return [feedback(value, null)];
  if (value.has('subject', 'interviewers')) return [interview(value, null)];
  if (value.has('fields') && value.has('secret')) return [note(value, null)];
  if (value.has('text') && (value.has('hiringManager') || value.has('reqCode') || value.has('distributionChannels'))) return [posting(value)];
  if (value.has('email') && value.has('accessRole')) return [user(value)];
  if (value.has('fields') && value.has('group')) return [unknownRecord(value, 'no_place', 'feedback forms become rubrics only by a person')];
  return [unknownRecord(value, 'unknown_kind', 'is no record of the Lever API that is known here')];
}

function opportunity(value: SourceValue): readonly NeutralRecord[] {
  const id = value.at('id').id();
  const contact = refOf(value.at('contact')) ?? id;
  const applications = value.at('applications').items();
  const nested = (name: string, read: (one: SourceValue, application: string | null) => NeutralRecord) =>
    value.at(name).isAbsent
      ? []
      : value
          .at(name)
          .items()
          .map((entry) => read(entry, id));
  return [
    recordOf(value, contact, candidate),
    recordOf(value, id, (from) => applicationOf(from, contact ?? '', refOf(applications[0]?.at('posting')))),
    ...nested('interviews', interview),
    ...nested('feedback', feedback),
    ...nested('notes', note),
  ];
}

/** A reference is an id, or the object itself where the dump expanded it. */
function refOf(value: SourceValue | undefined): string | null {
  if (!value || value.isAbsent) return null;
  return value.isObject ? value.at('id').id() : value.id();
}

function candidate(value: SourceValue): NeutralContent {
  const emails = value
    .at('emails')
    .items()
    .map((email) => email.email())
    .filter((email) => email !== null);
  const name = value.at('name').text(200);
  if (name === '') value.skip('no_name', 'has no name');
  return {
    kind: 'candidate',
    name,
    email: emails[0] ?? null,
    otherEmails: emails.slice(1),
    phone: value.at('phones').items()[0]?.at('value').text(100) ?? '',
    location: value.at('location').isObject ? value.at('location').at('name').text() : value.at('location').text(),
    links: value
      .at('links')
      .items()
      .map((link) => link.text())
      .filter((link) => link !== ''),
    linkedUsers: [],
  };
}

function applicationOf(value: SourceValue, contact: string, job: string | null): NeutralContent {
  const archived = value.at('archived');
  const endedAt = archived.isObject ? archived.at('archivedAt').time() : value.at('archivedAt').time();
  const reason = archived.isObject ? archived.at('reason').text(2000) : value.at('archiveReason').text(2000);
  const isHired = /^hired$/i.test(reason.trim());
  if (value.at('deletedAt').time() !== null) value.skip('deleted_at_source', 'was deleted at the source');
  return {
    kind: 'application',
    candidate: contact,
    job,
    jobTitle: null,
    status: endedAt === null ? 'active' : isHired ? 'hired' : /withdr/i.test(reason) ? 'withdrawn' : 'rejected',
    stage: value.at('stage').isObject ? value.at('stage').at('text').textOrNull() : value.at('stage').textOrNull(),
    source: value.at('sources').items()[0]?.text(200) ?? value.at('origin').text(200),
    startedAt: value.at('createdAt').time(),
    endedAt,
    reason,
  };
}

function posting(value: SourceValue): NeutralRecord {
  return recordOf(value, value.at('id').id(), (from) => {
    const state = from.at('state').text();
    const categories = from.at('categories');
    return {
      kind: 'job',
      title: from.at('text').text(200),
      summary: plainWords(from.at('content').at('description').text(LONGEST_WORDS)).slice(0, 4000),
      department: categories.at('department').text(200) || categories.at('team').text(200),
      location: categories.at('location').text(),
      status: state === 'published' || state === 'internal' ? 'open' : state === 'draft' || state === 'pending' ? 'draft' : 'closed',
      country: from.at('country').textOrNull(),
      responsibilities: [],
      requirements: [],
      band: null,
    };
  });
}

function user(value: SourceValue): NeutralRecord {
  return recordOf(value, value.at('id').id(), (from) => ({ kind: 'user', name: from.at('name').text(200), email: from.at('email').email() }));
}

function applicationNamed(value: SourceValue, within: string | null): string | null {
  return within ?? value.at('opportunityId').id() ?? refOf(value.at('opportunity'));
}

function interview(value: SourceValue, within: string | null): NeutralRecord {
  return recordOf(value, value.at('id').id(), (from) => {
    const startsAt = from.at('date').time();
    const minutes = from.at('duration').number();
    const endsAt = startsAt !== null && minutes !== null && minutes > 0 ? new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() : null;
    return {
      kind: 'interview',
      application: applicationNamed(value, within) ?? '',
      name: from.at('subject').text(),
      startsAt,
      endsAt,
      timeZone: from.at('timezone').textOrNull(),
      location: from.at('location').text(),
      cancelled: from.at('canceledAt').time() !== null || from.at('deletedAt').time() !== null,
      over: false,
      cards: from
        .at('feedbackForms')
        .items()
        .map((form) => refOf(form))
        .filter((id) => id !== null),
    };
  });
}

const OVERALL = /^\s*(overall|rating|overall (rating|recommendation|score))\s*$/i;

function feedback(value: SourceValue, within: string | null): NeutralRecord {
  return recordOf(value, value.at('id').id(), (from) => {
    const fields = from.at('fields').items();
    const scores = fields.filter((field) => /^score(-system)?$/.test(field.at('type').text()));
    const marked = scores.find((field) => field.at('overall').flag() || field.at('isSummary').flag());
    const overall = marked ?? scores.find((field) => OVERALL.test(field.at('text').text()));
    for (const field of scores) checkOption(field);
    return {
      kind: 'card',
      application: applicationNamed(value, within),
      interview: refOf(from.at('interview')) ?? from.at('interviewId').id(),
      title: from.at('text').text(),
      author: {
        id: refOf(from.at('user')) ?? from.at('userId').id(),
        name: from.at('user').at('name').text(200),
        email: from.at('user').at('email').email(),
      },
      interviewedAt: null,
      submittedAt: from.at('completedAt').time(),
      overall: overall?.at('value').textOrNull() ?? null,
      ratings: scores.filter((field) => field !== overall).map(ratingOf),
      answers: fields
        .filter((field) => !scores.includes(field))
        .map(answerOf)
        .filter(({ answer }) => answer !== ''),
      privateNote: null,
      deleted: from.at('deletedAt').time() !== null,
    };
  });
}

function ratingOf(field: SourceValue): NeutralRating {
  return { name: field.at('text').text(), group: '', rating: field.at('value').textOrNull(), note: field.at('description').text(LONGEST_WORDS) };
}

function answerOf(field: SourceValue): NeutralAnswer {
  return { question: field.at('text').text() || field.at('type').text(), answer: field.at('value').text(LONGEST_WORDS) };
}

/** Forms are edited after they were filled in: the value is kept as it is, and the report says that the form does not know it. */
function checkOption(field: SourceValue): void {
  const value = field.at('value').textOrNull();
  const options = field
    .at('options')
    .items()
    .map((option) => option.at('text').text());
  if (value !== null && options.length > 0 && !options.includes(value))
    field.at('value').note('rating_not_in_form', `"${value}" is none of the options of its own form; it is kept as it is`);
}

/** A note is somebody's words on a candidate: kept to read like a card. A secret one is theirs alone. */
function note(value: SourceValue, within: string | null): NeutralRecord {
  return recordOf(value, value.at('id').id(), (from) => {
    const said = from
      .at('fields')
      .items()
      .map((field) => field.at('value').text(LONGEST_WORDS))
      .filter((words) => words !== '');
    const isSecret = !from.at('secret').isAbsent && from.at('secret').value !== false;
    return {
      kind: 'card',
      application: applicationNamed(value, within),
      interview: null,
      title: from.at('text').text() || 'Note',
      author: { id: refOf(from.at('user')), name: from.at('user').at('name').text(200), email: from.at('user').at('email').email() },
      interviewedAt: null,
      submittedAt: from.at('completedAt').time() ?? from.at('createdAt').time(),
      overall: null,
      ratings: [],
      answers: isSecret ? [] : said.map((answer) => ({ question: from.at('text').text() || 'Note', answer })),
      privateNote: isSecret ? said.join('\n\n') || null : null,
      deleted: from.at('deletedAt').time() !== null,
    };
  });
}
