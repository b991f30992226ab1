import { buildCardPanel } from './card-panel.js';
import { buildPanel } from './builders.js';
import { boardStory } from './text-stories-board.js';
import { ballotStory, debriefStory, offerStory } from './text-stories-debrief.js';
import { applicationStory, cardsStory, type Hiring } from './text-stories-hiring.js';
import { peopleStory, seatsStory, type People } from './text-stories-people.js';
import { bandsStory, packageStory } from './text-stories-offers.js';
import { candidatesStory, settingStory, type Setting } from './text-stories-setting.js';
import { timelinesStory } from './text-stories-timelines.js';
import type { TestApp } from './test-app.js';
import { TextTeller } from './text-teller.js';

type Story = () => Promise<void>;

async function people(teller: TextTeller): Promise<People> {
  const admin = await teller.app.user('Ada Admin', 'admin');
  const hook = await teller.app
    .as(admin)
    .post('/webhooks', { url: 'https://example.com/hook', eventTypes: ['application.moved'], description: 'x' })
    .expect(201);
  return { admin, panel: await buildCardPanel(teller.app), webhookId: hook.body.id };
}

async function setting(teller: TextTeller): Promise<Setting> {
  const { recruiter, job } = await buildPanel(teller.app, { interviewers: 0 });
  return { recruiter, rubricVersionId: job.rubricVersionId, planId: job.planId };
}

async function hiring(teller: TextTeller): Promise<Hiring> {
  const { recruiter, job } = await buildPanel(teller.app, { interviewers: 0 });
  const other = await teller.app.as(recruiter).post(`/rubrics/versions/${job.rubricVersionId}/drafts`).expect(201);
  await teller.app.as(recruiter).post(`/rubrics/versions/${other.body.id}/publish`).expect(200);
  return { recruiter, jobId: job.id, otherVersionId: other.body.id, seated: await teller.app.user('Seated') };
}

/** By name: what must stand before, and what is then told of every text. */
const STORIES: Readonly<Record<string, (teller: TextTeller) => Promise<Story>>> = {
  people: async (teller) => {
    const made = await people(teller);
    return () => peopleStory(teller, made);
  },
  seats: async (teller) => {
    const made = await people(teller);
    return () => seatsStory(teller, made);
  },
  'rubrics, plans and jobs': async (teller) => {
    const made = await setting(teller);
    return () => settingStory(teller, made);
  },
  candidates: async (teller) => {
    const made = await setting(teller);
    return () => candidatesStory(teller, made);
  },
  applications: async (teller) => {
    const made = await hiring(teller);
    return () => applicationStory(teller, made);
  },
  board: async (teller) => {
    const { recruiter, application } = await buildPanel(teller.app, { interviewers: 0, rounds: ['recruiter_screen'] });
    return () => boardStory(teller, { recruiter, applicationId: application.id });
  },
  timelines: async (teller) => {
    const { recruiter, application } = await buildPanel(teller.app, { interviewers: 0, rounds: ['recruiter_screen'] });
    const admin = await teller.app.user('Ada Admin', 'admin');
    return () => timelinesStory(teller, { admin, recruiter, applicationId: application.id });
  },
  scorecards: async (teller) => () => cardsStory(teller),
  debriefs: async (teller) => () => debriefStory(teller),
  ballots: async (teller) => () => ballotStory(teller),
  offers: async (teller) => () => offerStory(teller),
  bands: async (teller) => () => bandsStory(teller),
  packages: async (teller) => () => packageStory(teller),
};

/** One story of one room, told again for each text. */
export class TextStories {
  static readonly names = Object.keys(STORIES);

  private constructor(
    private readonly teller: TextTeller,
    private readonly story: Story,
  ) {}

  static async lay(app: TestApp, name: string): Promise<TextStories> {
    const teller = new TextTeller(app, await app.user('Audie Auditor', 'auditor'));
    const story = await STORIES[name]?.(teller);
    if (!story) throw new Error(`no story of ${name}`);
    return new TextStories(teller, story);
  }

  get complaints(): readonly string[] {
    return this.teller.complaints;
  }

  get covered(): ReadonlySet<string> {
    return this.teller.covered;
  }

  async tell(text: string): Promise<void> {
    this.teller.text = text;
    await this.story();
  }
}
