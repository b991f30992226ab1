/** Who is acting: always a person (or the operator), by which way in, and for whom. Written whole into every event. */
import type { SiteRole } from './visibility/visibility.js';

export type TokenScope = 'read' | 'write' | 'scorecards' | 'export' | 'admin';

export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly siteRole: SiteRole;
  readonly via: 'session' | 'token' | 'cli' | 'system';
  readonly sessionId?: string;
  readonly tokenId?: string;
  /** Null for a session: everything the person may do. */
  readonly scopes: readonly TokenScope[] | null;
  readonly address: string;
  readonly requestId: string;
  readonly locale: 'en' | 'zh-CN';
  readonly timeZone: string;
}

/** The operator at the command line and background work: recorded as such, never confused with a person. */
export function systemActor(via: 'cli' | 'system', requestId: string): Actor {
  return {
    userId: '00000000-0000-0000-0000-000000000000',
    name: via === 'cli' ? 'Operator' : 'Plumbline',
    email: '',
    siteRole: 'admin',
    via,
    scopes: null,
    address: '',
    requestId,
    locale: 'en',
    timeZone: 'UTC',
  };
}
