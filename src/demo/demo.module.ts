import { Module } from '@nestjs/common';
import { DemoResetController } from './demo-reset.controller.js';
import { DemoReset } from './demo-reset.service.js';
import { DemoController } from './demo.controller.js';
import { DemoReader } from './demo.reader.js';

@Module({ controllers: [DemoController, DemoResetController], providers: [DemoReader, DemoReset], exports: [DemoReader, DemoReset] })
export class DemoModule {}
