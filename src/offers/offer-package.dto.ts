import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { decimalPattern } from '../domain/offer/decimal.js';

/** Money: an exact decimal as text, with at most the digits of its currency. */
const MONEY = { type: String, pattern: decimalPattern(3).source, example: '205000' } as const;
const FIGURE = { type: String, pattern: decimalPattern(8).source } as const;
const DAY = { type: String, pattern: '^\\d{4}-\\d\\d-\\d\\d$', example: '2026-05-04' } as const;

export class BonusAmountDto {
  /** `amount` has `value`, `percent_of_base` has `percent`, `unstated` has nothing more. */
  @ApiProperty({ enum: ['amount', 'percent_of_base', 'unstated'] })
  kind: string;
  @ApiPropertyOptional(MONEY)
  value?: string;
  @ApiPropertyOptional({ ...FIGURE, example: '15' })
  percent?: string;
}

export class BonusDto {
  @ApiProperty({ maxLength: 200 })
  name: string;
  @ApiProperty({ enum: ['guaranteed', 'target', 'discretionary'] })
  assurance: string;
  amount: BonusAmountDto;
  /** Paid in this year only, counted from the start date; null: every year. */
  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 10 })
  year: number | null;
}

export class GrantDto {
  /** `value`: `value`. `units`: `units`, `unitValue`, `valuedBy`. `percent_of_shares`: `percent`, `of`, `statedValue`. */
  @ApiProperty({ enum: ['value', 'units', 'percent_of_shares', 'unstated'] })
  kind: string;
  @ApiPropertyOptional(MONEY)
  value?: string;
  @ApiPropertyOptional({ type: String, pattern: decimalPattern(0).source, example: '12000' })
  units?: string;
  @ApiPropertyOptional({ ...FIGURE, example: '14.2575' })
  unitValue?: string;
  /** Where the price or stated value comes from. */
  @ApiPropertyOptional({ maxLength: 200 })
  valuedBy?: string;
  @ApiPropertyOptional({ ...FIGURE, example: '0.07' })
  percent?: string;
  /** Whose shares. */
  @ApiPropertyOptional({ maxLength: 200 })
  of?: string;
  /** Null: no value is stated, and none is guessed. */
  @ApiPropertyOptional({ ...MONEY, nullable: true })
  statedValue?: string | null;
}

export class VestingDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 120 })
  months: number;
  /** Nothing vests before this month; at it, all that was earned so far. 0: no cliff. */
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 120 })
  cliffMonths: number;
  /** Vests every so many months. */
  @ApiProperty({ type: 'integer', enum: [1, 3, 6, 12] })
  everyMonths: number;
  /** Share of each year in percent, adding up to 100; null: evenly. */
  @ApiProperty({ type: 'array', nullable: true, items: { type: 'string', pattern: decimalPattern(8).source }, example: ['40', '30', '20', '10'] })
  yearlyPercents: string[] | null;
}

export class AccelerationDto {
  @ApiProperty({ enum: ['single', 'double'] })
  trigger: string;
  @ApiProperty({ maxLength: 2000 })
  condition: string;
  /** Of what has not vested yet. */
  @ApiProperty({ ...FIGURE, example: '100' })
  percent: string;
  /** Only within so many months from the start; null: always. */
  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 120 })
  withinMonths: number | null;
}

export class EquityGrantDto {
  @ApiProperty({ maxLength: 200 })
  name: string;
  grant: GrantDto;
  vesting: VestingDto;
  @ApiProperty({ type: () => AccelerationDto, nullable: true })
  acceleration: AccelerationDto | null;
}

export class ClawBackDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 120 })
  months: number;
  /** All of it, or less with every month served. */
  @ApiProperty({ enum: ['whole', 'pro_rata'] })
  manner: string;
}

export class OnePaymentDto {
  @ApiProperty(MONEY)
  amount: string;
  @ApiProperty({ type: () => ClawBackDto, nullable: true })
  clawBack: ClawBackDto | null;
}

export class StipendDto {
  @ApiProperty({ maxLength: 200 })
  name: string;
  @ApiProperty(MONEY)
  amount: string;
  @ApiProperty({ enum: ['month', 'quarter', 'year', 'once'] })
  per: string;
}

export class RecordedRateDto {
  @ApiProperty({ pattern: '^[A-Z]{3}$' })
  from: string;
  @ApiProperty({ pattern: '^[A-Z]{3}$' })
  to: string;
  /** One unit of `from` in units of `to`. */
  @ApiProperty({ type: String, pattern: decimalPattern(12).source, example: '7.1204' })
  rate: string;
  @ApiProperty({ maxLength: 200 })
  source: string;
  @ApiProperty(DAY)
  asOf: string;
}

/** Everything that is offered, in one currency, every figure an exact decimal as text. */
export class OfferPackageDto {
  /** ISO 4217. */
  @ApiProperty({ pattern: '^[A-Z]{3}$', example: 'USD' })
  currency: string;
  /** Which of the job's bands holds; empty where the job has one for all. */
  @ApiProperty({ maxLength: 100 })
  level: string;
  /** A year. */
  @ApiProperty(MONEY)
  base: string;
  bonuses: BonusDto[];
  equity: EquityGrantDto[];
  @ApiProperty({ type: () => OnePaymentDto, nullable: true })
  signOn: OnePaymentDto | null;
  @ApiProperty({ type: () => OnePaymentDto, nullable: true })
  relocation: OnePaymentDto | null;
  stipends: StipendDto[];
  @ApiProperty({ ...DAY, nullable: true })
  startsOn: string | null;
  /** After this time it cannot be accepted any more. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt: string | null;
  /** Rates somebody looked up, with source and day: without one, amounts of two currencies are not comparable. */
  rates: RecordedRateDto[];
  @ApiProperty({ maxLength: 4000 })
  notes: string;
}
