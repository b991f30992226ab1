import { plainRubric } from './debrief-room.js';
import { DebriefRoom, type Room } from './debrief-room.js';
import { buildPanel, type Panel } from './builders.js';
import type { Operation } from './product-document.js';
import type { TestApp, TestUser } from './test-app.js';

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const OF_THE_ADMIN = ['/users', '/invitations', '/tokens', '/background-work', '/webhooks', '/audit', '/conflicts', '/me', '/exports/events'];

/** An organisation with one of everything that a path can name, and for each route somebody who may use it. */
export class FullHouse {
  private constructor(
    readonly app: TestApp,
    readonly admin: TestUser,
    readonly auditor: TestUser,
    readonly outsider: TestUser,
    readonly panel: Panel,
    readonly room: Room,
    private readonly ids: Readonly<Record<string, string>>,
  ) {}

  static async build(app: TestApp): Promise<FullHouse> {
    const admin = await app.user('Ada Admin', 'admin');
    const auditor = await app.user('Audie Auditor', 'auditor');
    const outsider = await app.user('Otto Outside');
    const panel = await buildPanel(app, { rounds: ['technical_deep_dive'], held: true });
    const room = await new DebriefRoom(app).build({ settings: { firstBallot: false, secondBallot: false } });
    const recruiter = app.as(panel.recruiter);
    await app.as(room.facilitator).post(`/debriefs/${room.debriefId}/discussion`).expect(200);
    const challenged = await app
      .as(room.manager)
      .post(`/debriefs/${room.debriefId}/challenges`, {
        scorecardId: room.cards[0],
        criterion: 'impact',
        reasonCode: 'jargon',
        words: 'Which decision?',
      })
      .expect(201);
    const rubric = await recruiter.post('/rubrics', { name: 'Draft', content: plainRubric() }).expect(201);
    const plan = await recruiter.get(`/interview-plans/${panel.job.planId}`).expect(200);
    const job = await recruiter.post('/jobs', { title: 'Draft job' }).expect(201);
    const planned = await recruiter.post('/interviews', { applicationId: panel.application.id, round: 'technical_deep_dive' }).expect(201);
    const webhook = await app
      .as(admin)
      .post('/webhooks', { url: 'https://example.com/hook', eventTypes: ['application.moved'], description: 'x' })
      .expect(201);
    const view = await recruiter.post('/board/views', { name: 'Late', filters: {}, sort: 'due', sharedWithJobId: null }).expect(201);
    const held = { action: 'hold', applicationIds: [panel.application.id], reasonCode: 'hiring_freeze' };
    const preview = await recruiter.post('/board/bulk/preview', held).expect(200);
    const upload = recruiter.post('/imports').field('source', 'csv').attach('file', Buffer.from('Name\nCasey\n'), 'people.csv');
    const ids = {
      importId: (await upload.expect(201)).body.id,
      viewId: view.body.id,
      runId: preview.body.id,
      userId: outsider.id,
      jobId: job.body.id,
      candidateId: panel.candidate.id,
      applicationId: panel.application.id,
      debriefId: room.debriefId,
      challengeId: challenged.body.items[0].id,
      rubricId: rubric.body.rubricId,
      versionId: rubric.body.id,
      rubricVersionId: panel.job.rubricVersionId,
      planId: String(plan.body.id),
      interviewId: planned.body.id,
      scorecardId: panel.interviews[0]?.scorecardId ?? NOWHERE,
      webhookId: webhook.body.id,
      roundKey: 'technical_deep_dive',
      kind: 'first',
      item: 'criterion:impact',
      key: 'ai-pm-loop',
      token: 'x.y',
    };
    return new FullHouse(app, admin, auditor, outsider, panel, room, ids);
  }

  id(name: string): string {
    return this.ids[name] ?? NOWHERE;
  }

  /** The path with ids of things that are there. */
  pathOf(operation: Operation): string {
    return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(this.id(name)));
  }

  /** Somebody who may do it, so that the input is what stands in the way. */
  caller({ path }: Operation): TestUser {
    if (path.endsWith('/comparators')) return this.auditor;
    if (path.startsWith('/debriefs')) return path.includes('/agenda') || path.endsWith('/discussion') ? this.room.facilitator : this.room.manager;
    if (path.startsWith('/scorecards/') && !/\/(waive|restore)$/.test(path)) return this.panel.interviews[0]?.interviewer ?? this.panel.recruiter;
    if (OF_THE_ADMIN.some((prefix) => path.startsWith(prefix)) || path.includes('/break-glass') || path.includes('/conflicts')) return this.admin;
    return this.panel.recruiter;
  }
}
