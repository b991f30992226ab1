import { Injectable } from '@nestjs/common';
import { RunApplications } from './run-applications.service.js';
import { RunCandidates } from './run-candidates.service.js';
import { RunCards } from './run-cards.service.js';
import { RunInterviews } from './run-interviews.service.js';
import { RunJobs } from './run-jobs.service.js';

/** Who makes what of an import. */
@Injectable()
export class MadeOfImports {
  constructor(
    readonly jobs: RunJobs,
    readonly candidates: RunCandidates,
    readonly applications: RunApplications,
    readonly interviews: RunInterviews,
    readonly cards: RunCards,
  ) {}
}
