import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, MaxLength } from 'class-validator';
import type { SiteRole } from '../domain/visibility/visibility.js';

export class DemoSignInBody {
  /** One of the addresses that `GET /auth/demo` lists. */
  @IsEmail()
  @MaxLength(254)
  email: string;
}

/** Somebody to try the demo as. */
export class DemoPersonDto {
  name: string;
  email: string;
  /** What they do in the demo organisation. */
  title: string;
  @ApiProperty({ enum: ['admin', 'member', 'auditor'] })
  siteRole: SiteRole;
}

export class DemoPeopleDto {
  /** Empty outside the demo, and for anybody who is not on this machine. */
  items: DemoPersonDto[];
}

export class DemoAbilitiesDto {
  reset: boolean;
}

export class DemoStateDto {
  /** Name of the demo organisation; null where this is no demo. */
  @ApiProperty({ type: 'string', nullable: true })
  organisation: string | null;
  abilities: DemoAbilitiesDto;
}

export class ResetDemoBody {
  /** The name of the organisation, typed out: everything in it goes. */
  @IsString()
  @MaxLength(200)
  confirmation: string;
}
