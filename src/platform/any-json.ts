import { ApiProperty } from '@nestjs/swagger';

export const ANY_JSON = 'x-any-json';

/** Documents a member that may hold any JSON value: text, a number, a list, null. Reflection alone would call it an object. */
export function AnyJson(options: { readonly required?: boolean } = {}): PropertyDecorator {
  return ApiProperty({ required: options.required ?? false, type: Object, [ANY_JSON]: true } as never);
}
