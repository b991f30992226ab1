/** What a person may do with a job. The service's checks and the screen's buttons come from the same sentences. */
import type { JobSeat, SiteRole } from '../visibility/visibility.js';

export type JobStatus = 'draft' | 'open' | 'on_hold' | 'closed' | 'archived';
export type JobMove = 'open' | 'hold' | 'close' | 'archive';

/** From which status each move leads where. */
export const JOB_STEPS: Readonly<Record<JobMove, { readonly from: readonly JobStatus[]; readonly to: JobStatus }>> = {
  open: { from: ['draft', 'on_hold', 'closed'], to: 'open' },
  hold: { from: ['open'], to: 'on_hold' },
  close: { from: ['open', 'on_hold'], to: 'closed' },
  archive: { from: ['draft', 'closed'], to: 'archived' },
};

export interface JobViewer {
  readonly siteRole: SiteRole;
  readonly jobSeats: readonly JobSeat[];
}

export interface JobAbilities {
  readonly edit: boolean;
  readonly open: boolean;
  readonly hold: boolean;
  readonly close: boolean;
  readonly archive: boolean;
  readonly startApplication: boolean;
  readonly seeOffer: boolean;
}

/** Recruiter, hiring manager and admin run a job; a coordinator starts applications; a job's money is for its seats. */
export function jobAbilities(viewer: JobViewer, status: JobStatus): JobAbilities {
  const runs = viewer.siteRole === 'admin' || viewer.jobSeats.some((seat) => seat === 'recruiter' || seat === 'hiring_manager');
  const can = (move: JobMove) => runs && JOB_STEPS[move].from.includes(status);
  return {
    edit: runs && status !== 'archived',
    open: can('open'),
    hold: can('hold'),
    close: can('close'),
    archive: can('archive'),
    startApplication: status === 'open' && (runs || viewer.jobSeats.includes('coordinator')),
    seeOffer: viewer.siteRole !== 'member' || viewer.jobSeats.some((seat) => seat !== 'coordinator'),
  };
}
