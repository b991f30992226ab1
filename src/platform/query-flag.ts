import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

/** An optional true/false of a query string. */
export function QueryFlag(): PropertyDecorator {
  const asFlag = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);
  return applyDecorators(IsOptional(), Transform(asFlag), IsBoolean());
}
