import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { type JobPayAbilities, jobPayAbilities } from '../domain/abilities/job-pay-abilities.js';
import type { Actor } from '../domain/actor.js';
import { parseRules } from '../domain/offer/approval-rules.js';
import { parseBands } from '../domain/offer/job-band.js';
import { Refusal } from '../domain/refusal.js';
import { JobsReader } from '../jobs/jobs.reader.js';
import { Database, type Transaction } from '../platform/database.js';
import type { JobBandsDto, JobOfferRulesDto } from './job-pay.dto.js';
import { bandDto, rulesDto } from './job-pay.presenter.js';
import { JobPayRevisions } from './job-pay-revisions.service.js';
import { type JobPay, JobPayReader } from './job-pay.reader.js';

/** The bands of a job and what its offers need, each change a revision with its reason. */
@Injectable()
export class JobPayService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsReader,
    private readonly standing: StandingReader,
    private readonly reader: JobPayReader,
    private readonly revisions: JobPayRevisions,
  ) {}

  async bands(actor: Actor, jobId: string): Promise<JobBandsDto> {
    const abilities = await this.abilities(actor, jobId);
    const { bandsRevision, bands } = await this.reader.current(jobId);
    const history = (await this.reader.bandRevisions(jobId)).map((one) => ({ ...one, content: one.content.map(bandDto) }));
    return { jobId, revision: bandsRevision, bands: bands.map(bandDto), history, abilities: { edit: abilities.editBands } };
  }

  async rules(actor: Actor, jobId: string): Promise<JobOfferRulesDto> {
    const abilities = await this.abilities(actor, jobId);
    const { rulesRevision, rules } = await this.reader.current(jobId);
    const history = (await this.reader.ruleRevisions(jobId)).map((one) => ({ ...one, content: rulesDto(one.content) }));
    return { jobId, revision: rulesRevision, rules: rulesDto(rules), history, abilities: { edit: abilities.editRules } };
  }

  async saveBands(actor: Actor, jobId: string, expected: number, input: unknown, reason: string): Promise<void> {
    const bands = parseBands(input, '/bands');
    await this.save(actor, jobId, 'editBands', (tx, pay) => this.revisions.bands(tx, actor, { jobId, expected, reason }, pay, bands));
  }

  async saveRules(actor: Actor, jobId: string, expected: number, input: unknown, reason: string): Promise<void> {
    const rules = parseRules(input, '/rules');
    await this.save(actor, jobId, 'editRules', (tx, pay) => this.revisions.rules(tx, actor, { jobId, expected, reason }, pay, rules));
  }

  private async abilities(actor: Actor, jobId: string, from: Database | Transaction = this.database): Promise<JobPayAbilities> {
    const job = await this.jobs.job(actor, jobId, from);
    const abilities = jobPayAbilities({ siteRole: actor.siteRole, jobSeats: await this.standing.onJob(actor, jobId, from) }, job.status);
    if (!abilities.see) throw new Refusal('forbidden', "A job's money is for its recruiter, hiring manager and offer approvers.");
    return abilities;
  }

  private save(
    actor: Actor,
    jobId: string,
    ability: 'editBands' | 'editRules',
    write: (tx: Transaction, pay: JobPay) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.revisions.lockJob(tx, jobId);
      const abilities = await this.abilities(actor, jobId, tx);
      if (!abilities[ability])
        throw new Refusal(
          'forbidden',
          ability === 'editBands'
            ? 'Only the recruiter or hiring manager of a job that is not archived may do this.'
            : "Only the job's hiring manager or an admin may do this, while the job is not archived.",
        );
      await write(tx, await this.reader.current(jobId, tx));
    });
  }
}
