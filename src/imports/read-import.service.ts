import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileProblem } from '../domain/import/file-problem.js';
import { JobHandlers, type Recording } from '../outbox/job-handlers.js';
import { PeriodicJobs } from '../outbox/periodic-jobs.service.js';
import { ImportFilesReading, NeedsMapping, Overtaken } from './import-files-reading.service.js';
import { READ_IMPORT, TIDY_IMPORTS } from './import-jobs.js';
import { ImportPlanning } from './import-planning.service.js';
import { ImportsStore } from './imports.store.js';

const HOUR = 3_600_000;
const NOWHERE = { file: null, line: null, column: null } as const;

/** Reads the files of an import in the background, and plans what is to be done with them. */
@Injectable()
export class ReadImport implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly periodic: PeriodicJobs,
    private readonly store: ImportsStore,
    private readonly files: ImportFilesReading,
    private readonly planning: ImportPlanning,
  ) {}

  onModuleInit(): void {
    this.handlers.outside(READ_IMPORT, (job) => this.read(job.payload.importId, job.payload.attempt), {
      attempts: 3,
      givenUp: async (tx, job, error) => {
        await this.planning.fail(tx, job.payload.importId, job.payload.attempt, {
          code: 'broken_off',
          detail: `The reading broke off: ${error}`,
          ...NOWHERE,
        });
        return 'keep';
      },
    });
    this.handlers.inDatabase(TIDY_IMPORTS, (tx) => this.planning.tidy(tx));
    this.periodic.register(TIDY_IMPORTS, HOUR);
  }

  private async read(id: string, attempt: string): Promise<Recording> {
    const one = await this.store.read(id);
    if (!one || one.state !== 'reading' || one.attempt !== attempt) return async () => undefined;
    try {
      await this.files.read(one, attempt);
      return (tx) => this.planning.plan(tx, id, attempt);
    } catch (error) {
      if (error instanceof Overtaken) return async () => undefined;
      if (error instanceof NeedsMapping) return (tx) => this.store.needsMapping(tx, id, attempt, error.found);
      if (!(error instanceof FileProblem)) throw error;
      const { code, detail, line, column, file } = error;
      const problem = { code, detail, line, column, file };
      return (tx) => this.planning.fail(tx, id, attempt, problem);
    }
  }
}
