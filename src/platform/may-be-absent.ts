import { ValidateIf } from 'class-validator';

/** The member may be left out; unlike `@IsOptional()`, null is not the same as absent and is checked like any other value. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_object, value: unknown) => value !== undefined);
}
