import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RubricEntity, RubricVersionEntity } from './rubric.entity.js';
import { RubricsController } from './rubrics.controller.js';
import { RubricsReader } from './rubrics.reader.js';
import { RubricsService } from './rubrics.service.js';
import { RubricsStore } from './rubrics.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([RubricEntity, RubricVersionEntity])],
  controllers: [RubricsController],
  providers: [RubricsService, RubricsStore, RubricsReader],
  exports: [RubricsReader],
})
export class RubricsModule {}
