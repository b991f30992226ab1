import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const SECRETS = 'plumbline:secrets';

export interface Secrets {
  /** The body holds a password: not even a hash of it is kept, so an `Idempotency-Key` is not heeded. */
  readonly inRequest: boolean;
  /** Members of the answer that are shown once and never stored. */
  readonly inAnswer: readonly string[];
}

/** A route whose body holds a password or the secret of a link. */
export const TakesSecret = (): CustomDecorator => SetMetadata(SECRETS, { inRequest: true, inAnswer: [] } satisfies Secrets);

/** A route whose answer shows a secret, once. */
export const AnswersSecret = (...members: readonly string[]): CustomDecorator =>
  SetMetadata(SECRETS, { inRequest: false, inAnswer: members } satisfies Secrets);
