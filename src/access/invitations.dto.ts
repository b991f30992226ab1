import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { DeliveryDto } from './users.dto.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';

/** Whom to invite, and as what. */
export class InviteBody {
  @IsEmail({ allow_utf8_local_part: true })
  @MaxLength(254)
  email: string;
  /** Suggested to the person, who may write it differently. */
  @MayBeAbsent()
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(200)
  name?: string;
  @IsIn(['admin', 'member', 'auditor'])
  siteRole: SiteRole;
}

/** Why an invitation is revoked. */
export class RevokeInvitationBody {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

/** What the caller may do with an invitation. */
export class InvitationAbilitiesDto {
  resend: boolean;
  revoke: boolean;
}

/** An invitation, open or over. */
export class InvitationDto {
  id: string;
  email: string;
  name: string | null;
  @ApiProperty({ enum: ['admin', 'member', 'auditor'] })
  siteRole: SiteRole;
  @ApiProperty({ enum: ['open', 'expired', 'accepted', 'revoked'] })
  status: 'open' | 'expired' | 'accepted' | 'revoked';
  /** Name of the admin. */
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  abilities: InvitationAbilitiesDto;
}

/** A page of invitations, the latest first. */
export class InvitationPageDto {
  items: InvitationDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/** An invitation that was sent. */
export class SentInvitationDto extends DeliveryDto {
  id: string;
}
