import type { Operation, ProductDocument, Schema } from './product-document.js';

/** Strings that are no words: each a name of something, checked against what there is. */
const NAMES_OF_THINGS: readonly string[] = [
  '/timeZone',
  '/country',
  '/organisation/timeZone',
  '/organisation/country',
  '/template',
  '/round',
  '/after',
  '/order/*',
  '/startsAt',
  '/endsAt',
  '/startsOn',
  '/endsOn',
  '/place',
  '/item',
  '/criterion',
  '/inputHash',
  '/content/ratings/*/criterion',
  '/content/ratings/*/evidence/*/form',
  '/quietDays/*',
  '/url',
  '/token',
  '/email',
  '/password',
  '/currentPassword',
  '/newPassword',
  '/languages/*',
];

/** Written by hand elsewhere, since each needs a situation that can be had once. */
const ELSEWHERE: readonly string[] = [
  // The first admin and an invited person name themselves through a link that works once; the same check as of PATCH /me.
  'post /auth/first-admin /name',
  'post /auth/first-admin /organisation/name',
  'post /auth/invitations/accept /name',
  // Only of a decision that is overdue and passed to the recruiter.
  'post /debriefs/{debriefId}/decision /escalationReason',
  // Needs an uploaded file; told with the imports.
  'post /imports/{importId}/mapping /saveAs',
  // Typed out to be compared with the organisation's name, and kept nowhere; only in a demo.
  'post /demo/reset /confirmation',
  // Only of work that failed for good.
  'post /background-work/dead-letters/{jobId}/discard /reason',
];

/** Every field of the document in which a person writes words: `post /jobs /responsibilities/*`. */
export function textFields(document: ProductDocument): string[] {
  return document
    .operations()
    .flatMap((operation) => (operation.body ? fieldsOf(document, operation, operation.body, '') : []))
    .filter((field) => !ELSEWHERE.includes(field));
}

function fieldsOf(document: ProductDocument, operation: Operation, schema: Schema, at: string): string[] {
  const known = document.resolve(schema);
  const types = typeof known.type === 'string' ? [known.type] : (known.type ?? []);
  const isWords = types.includes('string') && !known.enum && !known.format && (known.pattern === undefined || known.pattern === '\\S');
  if (isWords && !NAMES_OF_THINGS.includes(at)) return [`${operation.method} ${operation.path} ${at}`];
  const members = Object.entries(known.properties ?? {}).flatMap(([name, member]) => fieldsOf(document, operation, member, `${at}/${name}`));
  return [...members, ...(known.items ? fieldsOf(document, operation, known.items, `${at}/*`) : [])];
}
