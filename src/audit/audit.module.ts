import { Global, Module } from '@nestjs/common';
import { ExposureStore } from '../access/exposure.store.js';
import { Audit } from './audit.service.js';
import { HistoryController } from './history.controller.js';
import { EventsReader } from './events.reader.js';
import { PastStateReader } from './past-state.reader.js';

@Global()
@Module({ controllers: [HistoryController], providers: [Audit, EventsReader, PastStateReader, ExposureStore], exports: [Audit] })
export class AuditModule {}
