/** A kind of background work, with the members its payload has. Payloads carry ids and nothing else: what they name may be gone, or changed, by the time the job runs. */
export interface JobKind<Field extends string = string> {
  readonly name: string;
  readonly fields: readonly Field[];
}

export type JobPayload<Field extends string> = Readonly<Record<Field, string>>;

/** `jobKind('mail.send', 'mailId')` has the payload `{ mailId }`. */
export function jobKind<Field extends string = never>(name: string, ...fields: readonly Field[]): JobKind<Field> {
  return { name, fields };
}

/** A payload as stored, member by member; a row that somebody else wrote differently is named, not guessed at. */
export function readPayload<Field extends string>(kind: JobKind<Field>, stored: Readonly<Record<string, unknown>>): JobPayload<Field> {
  const members = kind.fields.map((field): [Field, string] => {
    const value = stored[field];
    if (typeof value !== 'string') throw new Error(`A job of the kind ${kind.name} lacks "${field}".`);
    return [field, value];
  });
  return Object.fromEntries(members) as JobPayload<Field>;
}
