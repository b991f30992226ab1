import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.service.js';
import { EventsController } from './events.controller.js';
import { EventsReader } from './events.reader.js';

@Global()
@Module({ controllers: [EventsController], providers: [Audit, EventsReader], exports: [Audit] })
export class AuditModule {}
