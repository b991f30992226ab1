import { createHash } from 'node:crypto';

/** SQL prepared once per connection under a name made from its text. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Tags a constant SQL text: sql`select … where id = $1`. Values go in as parameters, other statements' text as fragments. */
export function sql(strings: TemplateStringsArray, ...fragments: readonly (Fragment | Statement)[]): Statement {
  let text = strings[0] ?? '';
  fragments.forEach((part, index) => {
    text += part.text + (strings[index + 1] ?? '');
  });
  return { name: createHash('sha1').update(text).digest('base64url').slice(0, 20), text };
}

/** A piece of constant SQL to build statements from. Never made from anything a caller sent. */
export interface Fragment {
  readonly fragment: true;
  readonly text: string;
}

export function fragment(strings: TemplateStringsArray, ...fragments: readonly Fragment[]): Fragment {
  return { fragment: true, text: sql(strings, ...fragments).text };
}
