import { Module } from '@nestjs/common';
import { CalibrationReportsController } from './calibration-reports.controller.js';
import { CalibrationReportsReader } from './calibration-reports.reader.js';
import { CalibrationStore } from './calibration.store.js';
import { CalibrationThread } from './calibration-thread.service.js';
import { OwnCalibrationController } from './own-calibration.controller.js';
import { OwnCalibrationReader } from './own-calibration.reader.js';
import { Refit } from './refit.service.js';
import { ShowCalibration } from './show-calibration.service.js';

/** Agreement between interviewers and how severe each is: computed in the background, told as far as the reader may know it. */
@Module({
  controllers: [CalibrationReportsController, OwnCalibrationController],
  providers: [CalibrationStore, CalibrationThread, Refit, CalibrationReportsReader, OwnCalibrationReader, ShowCalibration],
})
export class CalibrationModule {}
