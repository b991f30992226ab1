import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, MaxLength } from 'class-validator';
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
