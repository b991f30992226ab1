import { ApiProperty } from '@nestjs/swagger';
import { RecordedRateDto } from './offer-package.dto.js';

/** Decimals in the currency named beside them. */
export class PayPartsDto {
  base: string;
  guaranteedBonus: string;
  targetBonus: string;
  discretionaryBonus: string;
  equity: string;
  signOn: string;
  relocation: string;
  stipends: string;
}

export class ComparedYearDto {
  parts: PayPartsDto;
  total: string;
  /** Paid in money, without target and discretionary bonus and equity. */
  assured: string;
  /** What somebody leaving at the end of the year would pay back; null for all years together. */
  repayable: string | null;
}

export class PayDifferenceDto {
  parts: PayPartsDto;
  total: string;
}

export class GrantYearDto {
  /** Of the grant, vested in the year. */
  percent: string;
  value: string | null;
  units: string | null;
  /** What would vest at once if the acceleration were triggered at the end of the year. */
  accelerated: string | null;
}

export class ComparedGrantDto {
  name: string;
  years: GrantYearDto[];
}

export class UncountedDto {
  @ApiProperty({ enum: ['bonus', 'equity'] })
  part: string;
  name: string;
  /** Of the shares, vesting in each year, in percent. */
  @ApiProperty({ type: [String], nullable: true })
  percentByYear: string[] | null;
}

export class AgainstTableDto {
  years: PayDifferenceDto[];
  whole: PayDifferenceDto;
}

export class ComparedPackageDto {
  /** `table`: the offer as it stands. `earlier`: the last revision of an earlier round. */
  @ApiProperty({ enum: ['table', 'earlier', 'counter', 'competing'] })
  kind: string;
  roundNumber: number;
  /** Of the offer; null for what others wrote. */
  @ApiProperty({ type: 'integer', nullable: true })
  revision: number | null;
  employer: string;
  currency: string;
  years: ComparedYearDto[];
  whole: ComparedYearDto;
  grants: ComparedGrantDto[];
  /** Without a stated figure, and in no total. */
  uncounted: UncountedDto[];
  @ApiProperty({ enum: ['same', 'by_rate', 'not_comparable'] })
  conversion: string;
  @ApiProperty({ type: () => RecordedRateDto, nullable: true })
  rate: RecordedRateDto | null;
  /** How much more, or negative less, than the package on the table, in its currency; null where not comparable. */
  @ApiProperty({ type: () => AgainstTableDto, nullable: true })
  against: AgainstTableDto | null;
}

export class OfferComparisonDto {
  offerId: string;
  /** Of the package on the table. */
  currency: string;
  /** How many years each package is shown for; a year is twelve months from the start date. */
  @ApiProperty({ type: 'integer' })
  years: number;
  packages: ComparedPackageDto[];
}
