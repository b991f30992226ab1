/**
 * What happens in the pipeline rooms, by event type. Nothing here carries a judgement written on a card. Words a recruiter gives for a move are
 * in `reason`: readers show them only to those who may see the application's content.
 */
import type { Change } from './events.js';

/** One seat as it was filled. */
interface SeatFilled {
  readonly seatId: string;
  readonly userId: string;
  readonly kind: string;
}

interface ApplicationStage {
  readonly status: string;
  readonly currentRoundKey: string | null;
}

interface InterviewPlace {
  readonly status: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly timeZone: string;
  readonly location: string;
}

export interface PipelineEvents {
  'interview_plan.created': { readonly name: string; readonly templateKey: string | null };
  'interview_plan.changed': Change;
  'interview_plan.archived': Change<{ readonly archived: boolean }>;
  'job.created': {
    readonly title: string;
    readonly templateKey: string | null;
    readonly rubricVersionId: string | null;
    readonly planId: string | null;
    readonly seats: readonly SeatFilled[];
  };
  'job.changed': Change<Readonly<Record<string, unknown>>>;
  'job.status_changed': Change<{ readonly status: string }>;
  'candidate.created': { readonly name: string; readonly email: string | null; readonly userId: string | null };
  'candidate.changed': Change<Readonly<Record<string, unknown>>>;
  'candidate.archived': Change<{ readonly archived: boolean }>;
  'candidate.merged': {
    readonly mergedId: string;
    readonly survivorId: string;
    readonly applicationIds: readonly string[];
    readonly conflictIds: readonly string[];
  };
  'file.added': { readonly kind: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly sha256: string };
  'file.removed': { readonly name: string };
  'application.started': {
    readonly rubricVersionId: string;
    readonly visibilityPolicy: string;
    readonly planId: string;
    readonly rounds: readonly string[];
    readonly source: string;
    readonly previousApplicationId: string | null;
  };
  'application.moved': Change<ApplicationStage> & { readonly move: string; readonly reasonCode: string; readonly roundKey: string | null };
  /** Somebody asked whoever holds a clock to go on. */
  'application.nudged': {
    readonly userId: string;
    readonly clock: string;
    /** ISO time; null when not known. */
    readonly dueAt: string | null;
    /** The card that is due, where it is one. */
    readonly cardId: string | null;
  };
  'board_view.created': { readonly viewId: string; readonly sharedWithJobId: string | null };
  'board_view.changed': { readonly viewId: string; readonly sharedWithJobId: string | null };
  'board_view.removed': { readonly viewId: string };
  'application.rubric_changed': Change<{ readonly rubricVersionId: string }>;
  'round.added': { readonly key: string; readonly order: readonly string[]; readonly content: unknown };
  'round.skipped': { readonly key: string };
  'round.reordered': Change<readonly string[]>;
  'round.facts_recorded': Change<Readonly<Record<string, boolean>>> & { readonly key: string };
  'interview.planned': { readonly roundKey: string };
  'interview.scheduled': Change<InterviewPlace>;
  'interview.moved': Change<InterviewPlace>;
  'interview.held': Change<{ readonly status: string }>;
  'interview.cancelled': Change<{ readonly status: string }>;
  'interview.no_show': Change<{ readonly status: string }>;
  'interview.panel_assigned': {
    readonly userId: string;
    readonly seatId: string;
    readonly cardId: string | null;
    readonly training: string | null;
    readonly lead: boolean;
    readonly place: string | null;
  };
  'interview.panel_unassigned': { readonly userId: string; readonly seatId: string; readonly cardId: string | null; readonly cardKept: boolean };
}
