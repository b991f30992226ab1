import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { FirstAdminService } from '../access/first-admin.service.js';
import { SetClock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { DAY, HOUR, weekday } from './calendar-of-the-demo.js';
import { CAST, type CastMember } from './cast.js';
import { DemoStage, textOf, unknownPassword } from './demo-stage.js';
import { AUTONOMOUS_DRIVING } from './stories-autonomous-driving.js';
import { VOICE_ASSISTANT } from './stories-voice-assistant.js';
import { type StagedJob, type Step, stepsOf } from './story-steps.js';

const MARK = sql`update organisation set is_demo = true`;
const ORGANISATION = { name: 'Northbeam Mobility (demo)', timeZone: 'America/Los_Angeles', country: 'US' };

/**
 * Fills an empty database with the demo organisation: every change goes through the product's own routes, in the order of
 * time, on a clock that is set back. No date is ever sent; the past comes from the clock alone. `finish` is done last, today.
 */
export async function loadDemo(config: Config, today: Date, finish?: (app: NestFastifyApplication) => Promise<void>): Promise<void> {
  const clock = new SetClock(weekday(today, 40, 16));
  const app = await createApp({ ...config, LOG_LEVEL: 'silent', RATE_LIMIT_PER_MINUTE: 1_000_000, BACKGROUND_WORK: false }, clock);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  try {
    const stage = new DemoStage(app, clock);
    const link = await app.get(FirstAdminService).ensureLink();
    if (link === null) throw new Error('there are people in this database already; the demo needs an empty one.');
    await openOrganisation(stage, link);
    await app.get(Database).query(MARK);
    const jobs = await openJobs(stage);
    const steps = jobs.flatMap(({ job, stories }) => stories.flatMap((story) => stepsOf(story, job, today)));
    await play(stage, steps, today);
    clock.set(today);
    await finish?.(app);
  } finally {
    await app.close();
  }
}

/** Steps in the order of time, each on its own time; what lies ahead of today is not played. */
async function play(stage: DemoStage, steps: readonly Step[], today: Date): Promise<void> {
  const ordered = steps.filter((step) => step.at.getTime() <= today.getTime()).sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order);
  for (const step of ordered) {
    stage.clock.set(step.at);
    await step.play(stage);
  }
}

async function openOrganisation(stage: DemoStage, link: string): Promise<void> {
  const admin = CAST.find((member) => member.siteRole === 'admin');
  if (!admin) throw new Error('The demo has no admin.');
  const opened = await stage.post(null, '/auth/first-admin', {
    token: secretOf(link),
    name: admin.name,
    email: admin.email,
    password: unknownPassword(),
    organisation: ORGANISATION,
  });
  stage.know(admin.key, userIdOf(opened));
  for (const member of CAST) if (member !== admin) await invite(stage, admin.key, member);
}

async function invite(stage: DemoStage, admin: string, member: CastMember): Promise<void> {
  const { key, name, email, siteRole, timeZone, country, locale, qualifications } = member;
  stage.clock.advance(HOUR / 2);
  const sent = await stage.post(admin, '/invitations', { email, name, siteRole });
  const accepted = await stage.post(null, '/auth/invitations/accept', {
    token: secretOf(textOf(sent, 'link')),
    name,
    password: unknownPassword(),
    timeZone,
    country,
    locale,
  });
  stage.know(key, userIdOf(accepted));
  if (qualifications.length === 0) return;
  const user = await stage.get(admin, `/users/${stage.idOf(key)}`);
  await stage.patch(admin, `/users/${stage.idOf(key)}`, { qualifications }, Number(user['version']));
}

/** The secret behind the `#` of a one-time link. */
function secretOf(link: string): string {
  return /#(?:token=)?([\w-]+)$/.exec(link)?.[1] ?? '';
}

function userIdOf(session: Record<string, unknown>): string {
  const user = session['user'];
  if (typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string') return user.id;
  throw new Error('The demo could not sign anybody in.');
}

async function openJobs(stage: DemoStage): Promise<{ job: StagedJob; stories: typeof AUTONOMOUS_DRIVING }[]> {
  const driving = await openJob(
    stage,
    { recruiter: 'rosa', hiringManager: 'maya', offerApprovers: ['helen', 'samira'], hour: 17, zone: 'America/Los_Angeles', country: 'US' },
    'xpeng-ai-pm',
  );
  const voice = await openJob(
    stage,
    { recruiter: 'jun', hiringManager: 'wen', offerApprovers: ['helen', 'samira'], hour: 2, zone: 'Asia/Shanghai', country: 'CN' },
    'tencent-ai-pm',
  );
  return [
    { job: driving, stories: AUTONOMOUS_DRIVING },
    { job: voice, stories: VOICE_ASSISTANT },
  ];
}

async function openJob(stage: DemoStage, run: Omit<StagedJob, 'id'>, template: string): Promise<StagedJob> {
  stage.clock.advance(DAY);
  const body = {
    template,
    country: run.country,
    timeZone: run.zone,
    hiringManagerId: stage.idOf(run.hiringManager),
    recruiterId: stage.idOf(run.recruiter),
  };
  const job = await stage.post(run.recruiter, '/jobs', body);
  const id = textOf(job, 'id');
  for (const approver of run.offerApprovers)
    await stage.post(run.recruiter, `/jobs/${id}/seats`, { userId: stage.idOf(approver), kind: 'offer_approver' });
  await stage.post(run.recruiter, `/jobs/${id}/open`, {});
  return { ...run, id };
}
