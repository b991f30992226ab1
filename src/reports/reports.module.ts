import { Module } from '@nestjs/common';
import { OverrideRatesController } from './override-rates.controller.js';
import { OverrideRatesReader } from './override-rates.reader.js';

@Module({
  controllers: [OverrideRatesController],
  providers: [OverrideRatesReader],
})
export class ReportsModule {}
