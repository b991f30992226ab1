import type { Verdict } from '../domain/scorecard/scorecard.js';
import { DAY, HOUR, weekday } from './calendar-of-the-demo.js';
import { type DemoStage, textOf } from './demo-stage.js';
import { counterOffer, makeOffer } from './offer-steps.js';
import type { Story, StoryCard, StoryRound } from './story.js';

/** A job of the demo and who runs it; `hour` is when its interviews begin, UTC. */
export interface StagedJob {
  readonly id: string;
  readonly recruiter: string;
  readonly hiringManager: string;
  /** Within the band the first approves; outside it two do, with the hiring manager. */
  readonly offerApprovers: readonly [string, string];
  readonly hour: number;
  readonly zone: string;
  readonly country: string;
}

/** One thing somebody does at a time. `order` settles what comes first in the same minute. */
export interface Step {
  readonly at: Date;
  readonly order: number;
  play(stage: DemoStage): Promise<void>;
}

const INTERVIEW = 50 * 60_000;

/** Everything that happens to one candidate, as steps in time. */
export function stepsOf(story: Story, job: StagedJob, today: Date): Step[] {
  return new StoryTeller(story, job, today).tell();
}

class StoryTeller {
  private readonly steps: Step[] = [];
  private applicationId = '';
  private readonly interviews = new Map<string, { id: string; cards: Map<string, string> }>();

  constructor(
    private readonly story: Story,
    private readonly job: StagedJob,
    private readonly today: Date,
  ) {}

  tell(): Step[] {
    const started = weekday(this.today, this.story.startedDaysAgo, this.job.hour);
    this.step(started, (stage) => this.start(stage));
    this.story.rounds.forEach((round, index) => this.tellRound(round, this.story.rounds[index - 1], started));
    this.tellEnding();
    return this.steps;
  }

  private step(at: Date, play: (stage: DemoStage) => Promise<void>): void {
    this.steps.push({ at, order: this.steps.length, play });
  }

  private async start(stage: DemoStage): Promise<void> {
    const { name, location, timeZone, country } = this.story.candidate;
    const email = `${this.story.key}@candidates.example`;
    const candidate = await stage.post(this.job.recruiter, '/candidates', { name, email, location, timeZone, country });
    const application = await stage.post(this.job.recruiter, '/applications', {
      candidateId: textOf(candidate, 'id'),
      jobId: this.job.id,
      source: this.story.source,
    });
    this.applicationId = textOf(application, 'id');
  }

  private tellRound(round: StoryRound, before: StoryRound | undefined, started: Date): void {
    const begins = weekday(this.today, round.daysAgo, this.job.hour);
    const planned = new Date(before ? weekday(this.today, before.daysAgo, this.job.hour).getTime() + 22 * HOUR : started.getTime() + 2 * HOUR);
    const latest = new Date(this.today.getTime() - HOUR);
    this.step(planned.getTime() < latest.getTime() ? planned : latest, (stage) => this.schedule(stage, round, before, begins));
    this.step(new Date(begins.getTime() + INTERVIEW), (stage) => this.held(stage, round));
    round.cards.forEach((card, index) => {
      if (card.content)
        this.step(new Date(begins.getTime() + INTERVIEW + (card.after ?? 1 + index) * HOUR), (stage) => this.submit(stage, round, card));
    });
  }

  private async schedule(stage: DemoStage, round: StoryRound, before: StoryRound | undefined, begins: Date): Promise<void> {
    if (before)
      await stage.post(this.job.recruiter, `/applications/${this.applicationId}/advance`, { reasonCode: 'round_passed', round: before.round });
    const interview = await stage.post(this.job.recruiter, '/interviews', { applicationId: this.applicationId, round: round.round });
    const id = textOf(interview, 'id');
    const ends = new Date(begins.getTime() + INTERVIEW);
    await stage.post(this.job.recruiter, `/interviews/${id}/schedule`, {
      startsAt: begins.toISOString(),
      endsAt: ends.toISOString(),
      location: 'Video call',
    });
    const cards = new Map<string, string>();
    for (const { interviewer } of round.cards) {
      const changed = await stage.post(this.job.recruiter, `/interviews/${id}/panel`, { userId: stage.idOf(interviewer) });
      cards.set(interviewer, cardOf(changed, stage.idOf(interviewer)));
    }
    this.interviews.set(round.round, { id, cards });
  }

  private async held(stage: DemoStage, round: StoryRound): Promise<void> {
    await stage.post(this.job.recruiter, `/interviews/${this.interviews.get(round.round)?.id ?? ''}/held`);
  }

  private async submit(stage: DemoStage, round: StoryRound, card: StoryCard): Promise<void> {
    const id = this.interviews.get(round.round)?.cards.get(card.interviewer) ?? '';
    await stage.post(card.interviewer, `/scorecards/${id}/submit`, { content: card.content });
  }

  private tellEnding(): void {
    const { ending, rounds } = this.story;
    const last = rounds.at(-1);
    if (ending.kind === 'open' || !last) return;
    const after = new Date(weekday(this.today, last.daysAgo, this.job.hour).getTime() + DAY);
    if (ending.kind !== 'decided') {
      const code = { hold: 'candidate_asked', reject: 'below_bar', withdraw: 'accepted_elsewhere' }[ending.kind];
      this.step(
        after,
        async (stage) =>
          void (await stage.post(this.job.recruiter, `/applications/${this.applicationId}/${ending.kind}`, {
            reasonCode: code,
            reason: ending.reason,
          })),
      );
      return;
    }
    this.step(after, (stage) => this.debrief(stage));
    const settled = new Date(after.getTime() + 20 * HOUR);
    if (ending.then === 'offer') {
      this.tellOffer(settled, ending.counter);
      return;
    }
    this.step(
      settled,
      async (stage) => void (await stage.post(this.job.recruiter, `/applications/${this.applicationId}/reject`, { reasonCode: 'below_bar' })),
    );
  }

  private tellOffer(at: Date, counter: { readonly base: string; readonly signOn: string } | undefined): void {
    const cast = { recruiter: this.job.recruiter, approver: this.job.offerApprovers[0] };
    let offerId = '';
    this.step(at, async (stage) => {
      offerId = await makeOffer(stage, this.applicationId, cast);
    });
    if (counter) this.step(new Date(at.getTime() + 2 * DAY), (stage) => counterOffer(stage, offerId, cast, counter));
  }

  /** Estimate, talk, estimate, decide. */
  private async debrief(stage: DemoStage): Promise<void> {
    const { ending } = this.story;
    if (ending.kind !== 'decided') return;
    const manager = this.job.hiringManager;
    const { id } = { id: textOf(await stage.get(manager, `/applications/${this.applicationId}/debrief`), 'id') };
    await this.ballot(stage, id, 'first', (verdict) => verdict);
    stage.clock.advance(HOUR);
    await this.ballot(stage, id, 'second', () => ending.outcome);
    const recommendation = await stage.get(manager, `/debriefs/${id}/recommendation`);
    const { outcome, rationale, explanation } = ending;
    await stage.post(manager, `/debriefs/${id}/decision`, {
      outcome,
      rationale,
      explanation: explanation ?? null,
      inputHash: inputHashOf(recommendation),
    });
    await stage.post(manager, `/debriefs/${id}/close`, {});
  }

  private async ballot(stage: DemoStage, debriefId: string, kind: 'first' | 'second', choiceOf: (verdict: Verdict) => Verdict): Promise<void> {
    const manager = this.job.hiringManager;
    const verdicts = new Map<string, Verdict>();
    for (const { cards } of this.story.rounds)
      for (const { interviewer, content } of cards) if (content?.verdict) verdicts.set(interviewer, content.verdict);
    const { ending } = this.story;
    if (ending.kind === 'decided') verdicts.set(manager, ending.outcome);
    await stage.post(manager, `/debriefs/${debriefId}/ballots`, { kind });
    for (const [voter, verdict] of verdicts) {
      stage.clock.advance(60_000);
      await stage.put(voter, `/debriefs/${debriefId}/ballots/${kind}/vote`, { choice: choiceOf(verdict) });
    }
  }
}

function cardOf(interview: Record<string, unknown>, userId: string): string {
  const panel = interview['panel'];
  const member: unknown = Array.isArray(panel) ? panel.find((place: { userId?: unknown }) => place.userId === userId) : undefined;
  if (typeof member === 'object' && member !== null && 'card' in member) {
    const { card } = member;
    if (typeof card === 'object' && card !== null && 'id' in card && typeof card.id === 'string') return card.id;
  }
  throw new Error('The demo expected a scorecard for everybody on the panel.');
}

function inputHashOf(answer: Record<string, unknown>): string {
  const found = /"inputHash":"([0-9a-f]{64})"/.exec(JSON.stringify(answer))?.[1];
  if (!found) throw new Error('The demo expected a recommendation with its input hash.');
  return found;
}
