import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { IsCountryCode, IsTimeZoneName } from './is-place.js';

/** Longest password that is looked at; the policy says what is taken. */
const PASSWORD_BYTES = 1000;
const BLANK = { message: 'must not be blank' };

/** Who signs in. */
export class SignInBody {
  /** @example 'ada@example.com' */
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  email: string;
  @IsString()
  @IsNotEmpty()
  @MaxLength(PASSWORD_BYTES)
  password: string;
}

/** Who asks for a new password. */
export class RequestPasswordResetBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  email: string;
}

/** A one-time link, by the secret behind its `#`. */
export class LinkBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token: string;
}

/** A new password, chosen through a one-time link. */
export class ResetPasswordBody extends LinkBody {
  /** 12 to 200 characters that are hard to guess. */
  @IsString()
  @MaxLength(PASSWORD_BYTES)
  password: string;
}

/** What an invited person adds to their invitation. */
export class AcceptInvitationBody extends ResetPasswordBody {
  @IsString()
  @Matches(/\S/, BLANK)
  @MaxLength(200)
  name: string;
  /** Default: the organisation's. */
  @IsOptional()
  @IsTimeZoneName()
  timeZone?: string;
  /** Default: the organisation's. */
  @IsOptional()
  @IsCountryCode()
  country?: string;
  @IsOptional()
  @IsIn(['en', 'zh-CN'])
  locale?: 'en' | 'zh-CN';
}

/** The organisation that this installation serves. */
export class NewOrganisationBody {
  @IsString()
  @Matches(/\S/, BLANK)
  @MaxLength(200)
  name: string;
  @IsTimeZoneName()
  timeZone: string;
  @IsCountryCode()
  country: string;
}

/** The first admin of an empty installation, and its organisation. */
export class FirstAdminBody extends ResetPasswordBody {
  @IsString()
  @Matches(/\S/, BLANK)
  @MaxLength(200)
  name: string;
  @IsEmail({ allow_utf8_local_part: true })
  @MaxLength(254)
  email: string;
  @IsObject()
  @ValidateNested()
  @Type(() => NewOrganisationBody)
  organisation: NewOrganisationBody;
}

/** What a one-time link is for, before it is used. */
export class LinkDto {
  @ApiProperty({ enum: ['invitation', 'password_reset', 'first_admin'] })
  kind: 'invitation' | 'password_reset' | 'first_admin';
  /** Of the invited person, or of the account. */
  email: string | null;
  name: string | null;
  organisation: string | null;
  expiresAt: Date;
}

/** The organisation as everybody may know it. */
export class OrganisationDto {
  name: string;
  timeZone: string;
  country: string;
  /** The demo: its sign-ins work on the machine it runs on only. */
  isDemo: boolean;
}

/** The person signed in, in short. */
export class SessionUserDto {
  id: string;
  name: string;
  email: string;
  @ApiProperty({ enum: ['admin', 'member', 'auditor'] })
  siteRole: SiteRole;
  timeZone: string;
  @ApiProperty({ enum: ['en', 'zh-CN'] })
  locale: 'en' | 'zh-CN';
}

/** Whether somebody is signed in, and what a screen needs before anybody is. */
export class SessionDto {
  /** Null when nobody is signed in. */
  @ApiProperty({ type: SessionUserDto, nullable: true })
  user: SessionUserDto | null;
  /** Null on an empty installation. */
  @ApiProperty({ type: OrganisationDto, nullable: true })
  organisation: OrganisationDto | null;
  /** Nobody exists yet: the operator holds a link for the first admin. */
  needsFirstAdmin: boolean;
  /** A new password comes by mail; without a mail server an admin gives a link. */
  mailsLinks: boolean;
}
