/**
 * Who sees a job's bands and rules of approval, and who changes them. Money is for the seats it concerns; what an offer needs is set by those who answer for
 * the budget, not by whoever writes the offer.
 *
 * Source: product design, "People, seats and what they may do"; issue on offers.
 */
import { type JobStatus, jobAbilities, type JobViewer } from './job-abilities.js';

export interface JobPayAbilities {
  readonly see: boolean;
  readonly editBands: boolean;
  readonly editRules: boolean;
}

/** In: the viewer's site role and seats on the job, the job's status. Out: what they may do. Pure and total. */
export function jobPayAbilities(viewer: JobViewer, status: JobStatus): JobPayAbilities {
  const { seeOffer, edit } = jobAbilities(viewer, status);
  const answers = viewer.siteRole === 'admin' || viewer.jobSeats.includes('hiring_manager');
  return { see: seeOffer, editBands: edit, editRules: edit && answers };
}
