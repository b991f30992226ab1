import { Module } from '@nestjs/common';
import { ExposureStore } from '../access/exposure.store.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { ExportExposures } from './exports.store.js';

@Module({ controllers: [ExportsController], providers: [ExportsService, ExportExposures, ExposureStore] })
export class ExportsModule {}
