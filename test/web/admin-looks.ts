import type { APIRequestContext, Page } from 'playwright-core';
import type { Language, WebTest } from './browser.js';
import { screenWords } from './screen-words.js';
import type { Look } from './screen-tour.js';

/** What an administrator can look at: the ids that stand in the addresses. */
export interface AdminThings {
  readonly user: string;
  readonly rubric: string;
  readonly plan: string;
  readonly webhook: string;
  readonly calendar: string;
  readonly archivedCalendar: string;
  readonly application: string;
  readonly job: string;
}

const GIVEN_UP = `insert into outbox_jobs (kind, payload, status, run_at, attempts, last_error, created_at, died_at) values
  ('webhooks.deliver', '{}', 'dead', now(), 12, 'connect ECONNREFUSED 203.0.113.7:443', now(), now()),
  ('mail.send', '{}', 'dead', now(), 8, '550 5.1.1 <sana@example.com>: Recipient address rejected: User unknown in virtual mailbox table', now(), now())`;

/** Makes what a demo organisation has none of, so that no screen is looked at empty only. */
export async function makeAdminThings(web: WebTest, request: APIRequestContext): Promise<AdminThings> {
  const first = async (path: string, name = 'id') => (await (await request.get(`/api/v1/${path}`)).json()).items[0]?.[name] as string;
  const made = async (path: string, data: unknown) => {
    const answer = await request.post(`/api/v1/${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()).id as string;
  };
  const webhook = await made('webhooks', {
    url: 'https://hooks.example.com/hiring/plumbline?tenant=lighthouse-robotics-and-friends',
    description: 'Tells the staffing dashboard what moved',
    eventTypes: ['candidate.created', 'candidate.merged', 'application.moved', 'interview.scheduled', 'scorecard.submitted', 'debrief.state_changed'],
  });
  await made('webhooks', { url: 'https://example.com/second', eventTypes: ['debrief.state_changed'] });
  await request.post(`/api/v1/rubrics/versions/${await first('rubrics?limit=1', 'latestVersionId')}/drafts`);
  const calendar = await made('calendars', {
    name: 'Shanghai office',
    country: 'CN',
    closingDays: [{ date: '2026-11-27', name: 'Moving house' }],
    workingDays: [{ date: '2026-12-05', name: 'In place of the move' }],
  });
  const archivedCalendar = await made('calendars', { name: 'Former Leipzig office', country: 'DE' });
  await request.post(`/api/v1/calendars/${archivedCalendar}/archive`);
  for (const name of ['Mara Feld', 'Ito Kenji']) await made('candidates', { name, email: `${name.replace(' ', '.').toLowerCase()}@example.com` });
  await made('tokens', { name: 'Weekly export', scopes: ['read', 'export'], expiresInDays: 90 });
  await made('invitations', { email: 'wei.zhang@example.com', name: 'Wei Zhang', siteRole: 'member' });
  await web.place(GIVEN_UP);
  const user = (await (await request.get('/api/v1/users?search=rosa')).json()).items[0].id as string;
  return {
    user,
    rubric: await first('rubrics?limit=1'),
    plan: await first('interview-plans?limit=1'),
    webhook,
    calendar,
    archivedCalendar,
    application: await first('board?limit=1&search=Sana', 'applicationId'),
    job: await first('board?limit=1&search=Sana', 'jobId'),
  };
}

const openEvent = (page: Page) => page.locator('main li button[aria-expanded]').first().click();

/** What an auditor sees and an administrator does not: what cards and debriefs held when something happened. */
export function auditorLooks(language: Language): readonly Look[] {
  const past = async (page: Page) => {
    await openEvent(page);
    await page.getByRole('button', { name: screenWords(language)('admin', 'past.show') }).click();
    await page.getByRole('heading', { level: 3 }).first().waitFor();
  };
  return [
    { name: 'history-card', address: '/history?type=scorecard.submitted', act: past },
    { name: 'history-debrief', address: '/history?type=decision.recorded', act: past },
    { name: 'auditor-users', address: '/admin/users' },
  ];
}

/** Every screen, tab and dialog of an administrator. */
export function adminLooks(language: Language, things: AdminThings): readonly Look[] {
  const says = screenWords(language);
  /** Where the button shows more than these words. */
  const saysAmongOthers = (area: string, key: string) => new RegExp(says(area, key).source.slice(1, -1));
  const press = (area: string, key: string) => async (page: Page) => {
    await page
      .getByRole('button', { name: says(area, key) })
      .first()
      .click();
  };
  const dialog = (area: string, key: string) => async (page: Page) => {
    await press(area, key)(page);
    await page.getByRole('dialog').first().waitFor();
  };
  const tab = (area: string, key: string) => (page: Page) => page.getByRole('tab', { name: says(area, key) }).click();
  const part = (key: string) => (page: Page) =>
    page
      .getByRole('navigation')
      .getByRole('button', { name: saysAmongOthers('rubric-editor', `part.${key}`) })
      .last()
      .click();
  const openFirst = async (page: Page) => void (await page.locator('ol > li button[aria-expanded=false]').first().click());
  const partOpen = (key: string) => async (page: Page) => {
    await part(key)(page);
    if ((await page.locator('ol > li button[aria-expanded=false]').count()) > 0) await openFirst(page);
  };
  const rubricEditor = `/rubrics/${things.rubric}/edit`;
  const { user, webhook, calendar, application } = things;
  return [
    { name: 'users', address: '/admin/users' },
    { name: 'users-nobody', address: '/admin/users', act: (page) => page.getByRole('searchbox').fill('nobody at all') },
    { name: 'invite', address: '/admin/users', act: dialog('admin', 'invitations.invite') },
    { name: 'invitations', address: '/admin/users?tab=invitations' },
    { name: 'user', address: `/admin/users/${user}` },
    { name: 'user-edit', address: `/admin/users/${user}`, act: dialog('admin', 'users.edit') },
    { name: 'user-deactivate', address: `/admin/users/${user}`, act: dialog('admin', 'users.deactivate') },
    { name: 'user-password', address: `/admin/users/${user}`, act: dialog('admin', 'users.passwordLink') },
    { name: 'tokens', address: '/admin/tokens' },
    { name: 'token-new', address: '/admin/tokens', act: dialog('admin', 'tokens.new') },
    { name: 'webhooks', address: '/admin/webhooks' },
    { name: 'webhook-new', address: '/admin/webhooks', act: dialog('webhooks', 'new') },
    { name: 'webhook', address: `/admin/webhooks/${webhook}` },
    {
      name: 'webhook-delivery',
      address: `/admin/webhooks/${webhook}`,
      act: (page) => page.locator('main li button[aria-expanded]').first().click(),
    },
    { name: 'webhook-secret', address: `/admin/webhooks/${webhook}`, act: dialog('webhooks', 'rotate.title') },
    { name: 'webhook-remove', address: `/admin/webhooks/${webhook}`, act: dialog('webhooks', 'remove') },
    { name: 'system', address: '/admin/system' },
    {
      name: 'system-discard',
      address: '/admin/system',
      act: async (page) => {
        await page
          .getByRole('button', { name: says('admin', 'letters.discardNamed') })
          .first()
          .click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'calendars', address: '/admin/calendars' },
    { name: 'calendar', address: `/admin/calendars/${calendar}` },
    { name: 'calendar-change', address: `/admin/calendars/${calendar}`, act: dialog('calendars', 'change') },
    { name: 'calendar-new', address: '/admin/calendars', act: dialog('calendars', 'new') },
    { name: 'calendar-archived', address: `/admin/calendars/${things.archivedCalendar}` },
    { name: 'rubrics', address: '/rubrics' },
    { name: 'rubric', address: `/rubrics/${things.rubric}` },
    { name: 'rubric-diff', address: `/rubrics/${things.rubric}`, act: tab('admin', 'rubrics.differences') },
    { name: 'rubric-new', address: '/rubrics/new' },
    ...(['scale', 'criteria', 'signals', 'evidenceForms', 'gates', 'policy'] as const).map((key) => ({
      name: `rubric-${key}`,
      address: rubricEditor,
      act: partOpen(key),
    })),
    { name: 'rubric-preview', address: rubricEditor, act: tab('rubric-editor', 'tab.preview') },
    { name: 'rubric-changes', address: rubricEditor, act: tab('admin', 'rubrics.differences') },
    { name: 'rubric-publish', address: rubricEditor, act: dialog('admin', 'rubrics.publish') },
    { name: 'templates', address: '/admin/templates' },
    { name: 'template', address: '/admin/templates/ai-pm-loop' },
    { name: 'plans', address: '/plans' },
    { name: 'plan-new', address: '/plans/new' },
    { name: 'plan', address: `/plans/${things.plan}` },
    { name: 'plan-round', address: `/plans/${things.plan}`, act: openFirst },
    {
      name: 'plan-save',
      address: `/plans/${things.plan}`,
      act: async (page) => {
        await page.getByLabel(says('plan-editor', 'deadline.processDays')).fill('42');
        await page.keyboard.press('Tab');
        await dialog('plan-editor', 'save.save')(page);
      },
    },
    { name: 'history', address: '/history' },
    { name: 'history-nothing', address: '/history?type=nothing.at_all' },
    { name: 'history-event', address: '/history?type=application.moved', act: openEvent },
    { name: 'break-glass', address: `/applications/${application}?tab=breakGlass` },
    { name: 'break-glass-open', address: `/applications/${application}?tab=breakGlass`, act: dialog('admin', 'breakGlass.open') },
    { name: 'seats', address: `/applications/${application}?tab=seats` },
    { name: 'seat-grant', address: `/applications/${application}?tab=seats`, act: dialog('recruiter', 'seats.grant') },
    {
      name: 'seat-delegate',
      address: `/jobs/${things.job}`,
      act: async (page) => {
        await page
          .getByRole('button', { name: says('recruiter', 'seats.delegateOf') })
          .first()
          .click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'palette', address: '/', act: dialog('app', 'palette.open') },
    {
      name: 'palette-found',
      address: '/',
      act: async (page) => {
        await dialog('app', 'palette.open')(page);
        await page.keyboard.type('sana');
        await page.getByRole('dialog').getByText(/Sana/).first().waitFor();
      },
    },
    {
      name: 'menu',
      address: '/admin/users',
      act: async (page) => {
        const burger = page.getByRole('button', { name: says('app', 'nav.open') });
        if (await burger.isVisible()) await burger.click();
        await page.getByRole('button', { name: saysAmongOthers('app', 'account.menu') }).click();
        await page.getByRole('menu').waitFor();
      },
    },
    { name: 'nowhere', address: '/nowhere/at/all' },
    { name: 'gone', address: '/admin/webhooks/01890a5d-ac96-774b-bcce-b302099a8057' },
  ];
}

/** What somebody sees who is not signed in. */
export function entranceLooks(firstAdminLink: string | null): readonly Look[] {
  if (firstAdminLink !== null)
    return [
      { name: 'nobody-yet', address: '/sign-in' },
      { name: 'first-admin', address: firstAdminLink },
    ];
  return [
    { name: 'sign-in', address: '/sign-in' },
    { name: 'reset', address: '/reset' },
    { name: 'reset-password', address: '/reset-password#nothing-that-was-ever-sent' },
    { name: 'reset-without-link', address: '/reset-password' },
    { name: 'invitation-gone', address: '/accept-invitation#nothing-that-was-ever-sent' },
  ];
}
