import { Module } from '@nestjs/common';
import { TemplatePacksModule } from '../template-packs/template-packs.module.js';
import { CreateJobService } from './create-job.service.js';
import { JobRecord } from './job-record.service.js';
import { JobsController } from './jobs.controller.js';
import { JobsReader } from './jobs.reader.js';
import { JobsService } from './jobs.service.js';
import { JobsStore } from './jobs.store.js';
import { PackPartsStore } from './pack-parts.store.js';

@Module({
  imports: [TemplatePacksModule],
  controllers: [JobsController],
  providers: [CreateJobService, JobsService, JobsStore, PackPartsStore, JobRecord, JobsReader],
  exports: [JobsReader],
})
export class JobsModule {}
