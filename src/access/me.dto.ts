import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { TokenScope } from '../domain/actor.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { WorkingHoursDto } from './users.dto.js';

/** What the caller may do apart from any object. */
export class MeAbilitiesDto {
  /** Manage users, invitations and the organisation. */
  administer: boolean;
  /** Read everything that is on the record. */
  audit: boolean;
  /** Change one's password, sessions and tokens: not with an API token. */
  manageAccess: boolean;
}

/** The caller. */
export class MeDto {
  id: string;
  email: string;
  name: string;
  @ApiProperty({ enum: ['admin', 'member', 'auditor'] })
  siteRole: SiteRole;
  timeZone: string;
  country: string;
  @ApiProperty({ enum: ['en', 'zh-CN'] })
  locale: 'en' | 'zh-CN';
  qualifications: string[];
  languages: string[];
  availability: WorkingHoursDto[];
  createdAt: Date;
  /** What the API token in use opens; null in a session: everything. */
  @ApiProperty({ type: [String], enum: ['read', 'write', 'scorecards', 'export', 'admin'], nullable: true })
  scopes: readonly TokenScope[] | null;
  abilities: MeAbilitiesDto;
}

/** A new password for oneself. */
export class ChangePasswordBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  currentPassword: string;
  /** 12 to 200 characters that are hard to guess. */
  @IsString()
  @MaxLength(1000)
  newPassword: string;
}

/** An open session. */
export class SessionDetailDto {
  id: string;
  createdAt: Date;
  /** To the minute. */
  lastSeenAt: Date;
  /** When it ends at the latest. */
  expiresAt: Date;
  address: string;
  userAgent: string;
  /** The one this request came with. */
  isCurrent: boolean;
}

/** Open sessions, the latest used first. */
export class SessionsDto {
  items: SessionDetailDto[];
}
