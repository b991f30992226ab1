import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsDate, IsOptional, MaxDate, MinDate } from 'class-validator';

/** JavaScript knows times PostgreSQL cannot read; nothing is recorded outside these years. */
const FIRST = new Date(0);
const LAST = new Date('9999-12-31T23:59:59.999Z');

/** An optional time of a query string. */
export function QueryTime(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Type(() => Date),
    IsDate(),
    MinDate(FIRST),
    MaxDate(LAST),
  );
}
