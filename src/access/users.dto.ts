import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { PageQuery } from '../platform/page-query.dto.js';
import { IsCountryCode, IsTimeZoneName } from './is-place.js';

const BLANK = { message: 'must not be blank' };
/** Absent stays as it is; null is no value and is refused by the rule that follows. */
const IfGiven = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A stretch of a weekday in which somebody can be asked, on their own clock. */
export class WorkingHoursDto {
  /** 1 Monday … 7 Sunday. */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday: number;
  /** @example '09:00' */
  @IsString()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be a time from 00:00 to 23:59' })
  from: string;
  /** Later than `from`; 24:00 is the end of the day. @example '17:30' */
  @IsString()
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: 'must be a time from 00:01 to 24:00' })
  to: string;
}

/** What people change about their own record; what is absent stays. */
export class ChangeMeBody {
  @IfGiven()
  @IsString()
  @Matches(/\S/, BLANK)
  @MaxLength(200)
  name?: string;
  @IfGiven()
  @IsTimeZoneName()
  timeZone?: string;
  /** Country or subdivision whose holidays hold for the person: US, CN, DE-BY. */
  @IfGiven()
  @IsCountryCode()
  country?: string;
  @IfGiven()
  @IsIn(['en', 'zh-CN'])
  locale?: 'en' | 'zh-CN';
  /** Languages in which they interview, as language tags. @example ["en", "zh"] */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, { each: true, message: 'must be a language tag, for example en or zh-CN' })
  @MaxLength(35, { each: true })
  languages?: string[];
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(70)
  @ValidateNested({ each: true })
  @Type(() => WorkingHoursDto)
  availability?: WorkingHoursDto[];
}

/** What an admin changes about a user; what is absent stays. */
export class ChangeUserBody extends ChangeMeBody {
  @IfGiven()
  @IsEmail({ allow_utf8_local_part: true })
  @MaxLength(254)
  email?: string;
  @IfGiven()
  @IsIn(['admin', 'member', 'auditor'])
  siteRole?: SiteRole;
  /** Kinds of round they may conduct. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/\S/, { each: true, ...BLANK })
  @MaxLength(100, { each: true })
  qualifications?: string[];
}

/** Which users to list. */
export class ListUsersQuery extends PageQuery {
  /** Part of the name or of the e-mail address. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  @IsOptional()
  @IsIn(['admin', 'member', 'auditor'])
  siteRole?: SiteRole;
  @IsOptional()
  @IsIn(['active', 'deactivated'])
  status?: 'active' | 'deactivated';
}

/** Whom to list for a seat. */
export class DirectoryQuery extends PageQuery {
  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  /** Only those who hold this qualification. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  qualification?: string;
}

/** Why something is done. */
export class ReasonBody {
  @IsString()
  @Matches(/\S/, BLANK)
  @MaxLength(2000)
  reason: string;
}

/** Days away. */
export class AddAbsenceBody {
  /** First day. @example '2026-08-03' */
  @IsString()
  @MaxLength(10)
  startsOn: string;
  /** Last day. @example '2026-08-14' */
  @IsString()
  @MaxLength(10)
  endsOn: string;
  @IfGiven()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** Days on which somebody is away. */
export class AbsenceDto {
  id: string;
  /** First day. */
  startsOn: string;
  /** Last day. */
  endsOn: string;
  reason: string;
}

/** Every absence of a person, the earliest first. */
export class AbsencesDto {
  items: AbsenceDto[];
}

/** What the caller may do with a user. */
export class UserAbilitiesDto {
  edit: boolean;
  changeRole: boolean;
  deactivate: boolean;
  reactivate: boolean;
  createPasswordLink: boolean;
  revokeSessions: boolean;
}

/** A user as admins and auditors see them. */
export class UserDto {
  id: string;
  email: string;
  name: string;
  @ApiProperty({ enum: ['admin', 'member', 'auditor'] })
  siteRole: SiteRole;
  @ApiProperty({ enum: ['active', 'deactivated'] })
  status: 'active' | 'deactivated';
  timeZone: string;
  country: string;
  @ApiProperty({ enum: ['en', 'zh-CN'] })
  locale: 'en' | 'zh-CN';
  /** Kinds of round they may conduct. */
  qualifications: string[];
  languages: string[];
  /** Empty: no wish stated. */
  availability: WorkingHoursDto[];
  /** The number for `If-Match`. */
  version: number;
  createdAt: Date;
  deactivatedAt: Date | null;
  abilities: UserAbilitiesDto;
}

/** A page of users. */
export class UserPageDto {
  items: UserDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/** A person to pick for a seat. */
export class DirectoryEntryDto {
  id: string;
  name: string;
  qualifications: string[];
  languages: string[];
}

/** A page of people to pick from. */
export class DirectoryPageDto {
  items: DirectoryEntryDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/** Something that waits for a person: a card they owe, or a seat they hold. */
export class DutyDto {
  @ApiProperty({ enum: ['scorecard', 'seat'] })
  kind: 'scorecard' | 'seat';
  /** The seat to hand over; null for a card whose seat has ended. */
  seatId: string | null;
  /** interviewer, recruiter, … */
  seat: string | null;
  scorecardId: string | null;
  interviewId: string | null;
  jobId: string;
  jobTitle: string;
  /** Null for a seat of a job. */
  applicationId: string | null;
  candidateName: string | null;
  dueAt: Date | null;
}

/** Everything that waits for a person; owed cards first. */
export class DutiesDto {
  items: DutyDto[];
}

/** An account that was closed, and what its owner leaves behind. */
export class DeactivatedUserDto {
  user: UserDto;
  /** To be handed over: owed cards and seats. Submitted cards stay. */
  openDuties: DutyDto[];
}

/** A one-time link that was made. */
export class DeliveryDto {
  /** It was mailed to the person. */
  mailed: boolean;
  /** The link, to pass on by hand; null when it was mailed. Shown once. */
  link: string | null;
  expiresAt: Date;
}
