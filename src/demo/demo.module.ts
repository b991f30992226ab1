import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller.js';
import { DemoReader } from './demo.reader.js';

@Module({ controllers: [DemoController], providers: [DemoReader], exports: [DemoReader] })
export class DemoModule {}
