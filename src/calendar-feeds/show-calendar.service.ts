import { Injectable } from '@nestjs/common';
import { hashOfSecret } from '../access/session.reader.js';
import { StandingReader } from '../access/standing.reader.js';
import { coordinatesApplication } from '../domain/abilities/application-abilities.js';
import { addressGroup } from '../domain/access/lock-out.js';
import type { Actor } from '../domain/actor.js';
import { calendarEntry } from '../domain/calendar/calendar-entry.js';
import { notFound, Refusal } from '../domain/refusal.js';
import { InterviewsReader } from '../interviews/interviews.reader.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { webAddress } from '../platform/web-address.js';
import { calendarDocument } from './calendar-document.js';
import { CalendarFeedsStore } from './calendar-feeds.store.js';
import { CalendarInterviewsReader } from './calendar-interviews.reader.js';
import { FeedLimiter } from './feed-limiter.service.js';

const SECRET = /^[\w-]{43}$/;

/** What calendar programs read: a person's feed by its secret. Unknown, revoked and a closed account's are one answer. */
@Injectable()
export class ShowFeed {
  constructor(
    private readonly feeds: CalendarFeedsStore,
    private readonly interviews: CalendarInterviewsReader,
    private readonly limiter: FeedLimiter,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async feed(secret: string, address: string): Promise<string> {
    await this.limiter.takeAddress(addressGroup(address));
    const owner = SECRET.test(secret) ? await this.feeds.ownerOf(hashOfSecret(secret)) : undefined;
    if (!owner) throw notFound('calendar');
    await this.limiter.takeFeed(owner.feedId);
    await this.feeds.markRead(owner.feedId, this.clock.now());
    const web = webAddress(this.config);
    const entries = (await this.interviews.mine(owner.userId)).map((interview) => calendarEntry(interview, owner.locale, web));
    return calendarDocument({ name: `Plumbline: ${owner.name}`, sender: this.config.MAIL_FROM, entries, cancels: false });
  }
}

/** One interview as a file, for its panel and for who plans it. */
@Injectable()
export class ShowInterviewFile {
  constructor(
    private readonly interviews: InterviewsReader,
    private readonly calendar: CalendarInterviewsReader,
    private readonly standing: StandingReader,
    private readonly config: Config,
  ) {}

  async file(actor: Actor, interviewId: string): Promise<string> {
    const interview = await this.interviews.interview(actor, interviewId);
    const standing = await this.standing.onApplication(actor, interview.applicationId);
    const seated = interview.panel.some((member) => member.userId === actor.userId && member.seated);
    if (!seated && !coordinatesApplication({ ...standing, siteRole: actor.siteRole }))
      throw new Refusal('forbidden', 'Only the panel and those who plan the interview may take it into their calendar.');
    const timed = interview.status === 'planned' ? undefined : await this.calendar.one(actor.userId, interviewId);
    if (!timed) throw new Refusal('wrong_state', 'This interview has no time yet.', [], { status: interview.status });
    const entry = calendarEntry(timed, actor.locale, webAddress(this.config));
    return calendarDocument({ name: null, sender: this.config.MAIL_FROM, entries: [entry], cancels: entry.cancelled });
  }
}
