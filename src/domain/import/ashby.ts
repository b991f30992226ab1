/**
 * Ashby API dumps → neutral records: jobs, candidates, applications, users and `applicationFeedback.list`.
 *
 * Traps of the format, each with a test:
 * - A score is a text ("4"), and a form's own choice ("hire") stands among the values by the field's path; both are kept as they come.
 * - Values without a field in the form are answers too; a field without a value was left open.
 * - A field whose title or path says that it is private is private.
 *
 * Source: Ashby API documentation, in test/reference/ats-exports.
 */
import type { ApplicationStatus } from '../application/application-life.js';
import type { NeutralAnswer, NeutralContent, NeutralRating, NeutralRecord } from './neutral-record.js';
import { joinedName, recordOf, unknownRecord } from './record-making.js';
import { plainWords } from './plain-words.js';
import { LONGEST_WORDS, type SourceValue } from './source-value.js';

/**
 * Reads one record of a dump. In: the value and its place. Out: its neutral records, faults named; never throws. Source: this file's rule.
 */
export function readAshby(value: SourceValue): readonly NeutralRecord[] {
  const id = value.at('id').id();
  if (value.has('submittedValues')) return [recordOf(value, id, card)];
  if (value.has('globalRole')) return [recordOf(value, id, user)];
  if (value.has('primaryEmailAddress') || value.has('emailAddresses')) return [recordOf(value, id, candidate)];
  if (value.has('job') && value.has('candidate')) return applicationWithCandidate(value, id);
  if (value.has('title') && value.has('status')) return [recordOf(value, id, job)];
  return [unknownRecord(value, 'unknown_kind', 'is no record of the Ashby API that is known here')];
}

function user(value: SourceValue): NeutralContent {
  return { kind: 'user', name: joinedName(value.at('firstName').text(200), value.at('lastName').text(200)), email: value.at('email').email() };
}

function candidate(value: SourceValue): NeutralContent {
  const primary = value.at('primaryEmailAddress').at('value').email();
  const all = value
    .at('emailAddresses')
    .items()
    .map((entry) => entry.at('value').email())
    .filter((email) => email !== null);
  const name = value.at('name').text(200);
  if (name === '') value.skip('no_name', 'has no name');
  return {
    kind: 'candidate',
    name,
    email: primary ?? all[0] ?? null,
    otherEmails: all.filter((email) => email !== (primary ?? all[0])),
    phone: value.at('primaryPhoneNumber').at('value').text(100),
    location: value.at('location').isObject ? value.at('location').at('locationSummary').text() : value.at('location').text(),
    links: value
      .at('socialLinks')
      .items()
      .map((link) => link.at('url').text())
      .filter((link) => link !== ''),
    linkedUsers: [],
  };
}

const STATUSES: Readonly<Record<string, ApplicationStatus>> = { Active: 'active', Lead: 'active', Hired: 'hired', Archived: 'rejected' };

function applicationWithCandidate(value: SourceValue, id: string | null): readonly NeutralRecord[] {
  const person = value.at('candidate');
  const application = recordOf(value, id, (from) => {
    const status = STATUSES[from.at('status').text()];
    if (status === undefined) from.at('status').note('unknown_status', 'is not a status known here; read as active');
    const reason = from.at('archiveReason').at('text').text(2000);
    return {
      kind: 'application',
      candidate: person.at('id').id() ?? '',
      job: from.at('job').at('id').id(),
      jobTitle: from.at('job').at('title').textOrNull(),
      status: status === 'rejected' && /withdr/i.test(reason) ? 'withdrawn' : (status ?? 'active'),
      stage: from.at('currentInterviewStage').at('title').textOrNull(),
      source: from.at('source').at('title').text(200),
      startedAt: from.at('createdAt').time(),
      endedAt: from.at('archivedAt').time() ?? (status === 'active' ? null : from.at('updatedAt').time()),
      reason,
    };
  });
  return person.has('id', 'name') ? [recordOf(person, person.at('id').id(), candidate), application] : [application];
}

function job(value: SourceValue): NeutralContent {
  const status = value.at('status').text();
  return {
    kind: 'job',
    title: value.at('title').text(200),
    summary: plainWords(value.at('descriptionHtml').text(LONGEST_WORDS)).slice(0, 4000),
    department: value.at('department').at('name').text(200),
    location: value.at('location').at('name').text(),
    status: status === 'Open' ? 'open' : status === 'Draft' ? 'draft' : 'closed',
    country: null,
    responsibilities: [],
    requirements: [],
    band: null,
  };
}

interface Field {
  readonly path: string;
  readonly title: string;
  readonly type: string;
}

const OVERALL = /overall/i;
const PRIVATE = /\bprivate\b/i;
const JUDGED = /^(Score|ValueSelect|NumericScore)$/;

function card(value: SourceValue): NeutralContent {
  const fields = fieldsOf(value);
  const values = value.at('submittedValues');
  const overall = fields.find((field) => JUDGED.test(field.type) && (OVERALL.test(field.path) || OVERALL.test(field.title)));
  const others = fields.filter((field) => field !== overall && !values.at(field.path).isAbsent);
  const isPrivate = (field: Field) => PRIVATE.test(field.title) || PRIVATE.test(field.path.replaceAll('_', ' '));
  const secrets = others.filter(isPrivate).map((field) => wordsOf(values.at(field.path)));
  const open = others.filter((field) => !isPrivate(field));
  const by = value.at('submittedByUser');
  return {
    kind: 'card',
    application: value.at('applicationId').id(),
    interview: value.at('interviewEventId').id() ?? value.at('interviewId').id(),
    title: value.at('formDefinition').at('sections').items()[0]?.at('title').text() ?? '',
    author: { id: by.at('id').id(), name: joinedName(by.at('firstName').text(200), by.at('lastName').text(200)), email: by.at('email').email() },
    interviewedAt: null,
    submittedAt: value.at('submittedAt').time(),
    overall: overall ? values.at(overall.path).textOrNull() : null,
    ratings: open.filter((field) => field.type.endsWith('Score')).map((field) => ratingOf(field, values)),
    answers: open
      .filter((field) => !field.type.endsWith('Score'))
      .map((field): NeutralAnswer => ({ question: field.title, answer: wordsOf(values.at(field.path)) })),
    privateNote: secrets.filter((words) => words !== '').join('\n\n') || null,
    deleted: false,
  };
}

/** The form's fields, and after them the paths of values that no field names. */
function fieldsOf(value: SourceValue): Field[] {
  const known = value
    .at('formDefinition')
    .at('sections')
    .items()
    .flatMap((section) =>
      section
        .at('fields')
        .items()
        .map((entry): Field => {
          const field = entry.at('field');
          return { path: field.at('path').text(), title: field.at('title').text(), type: field.at('type').text() };
        }),
    );
  const values = value.at('submittedValues').value;
  const paths = typeof values === 'object' && values !== null ? Object.keys(values) : [];
  const unnamed = paths.filter((path) => !known.some((field) => field.path === path));
  return [...known.filter((field) => field.path !== ''), ...unnamed.map((path) => ({ path, title: path, type: '' }))];
}

/** A score is text or number, or an object with the score in it. */
function ratingOf(field: Field, values: SourceValue): NeutralRating {
  const value = values.at(field.path);
  return { name: field.title, group: '', rating: (value.isObject ? value.at('score') : value).textOrNull(), note: '' };
}

function wordsOf(value: SourceValue): string {
  return plainWords((value.isObject ? value.at('value') : value).text(LONGEST_WORDS));
}
