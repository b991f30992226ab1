import { Module } from '@nestjs/common';
import { TemplatePacksController } from './template-packs.controller.js';
import { TemplatePacksReader } from './template-packs.reader.js';

@Module({ controllers: [TemplatePacksController], providers: [TemplatePacksReader], exports: [TemplatePacksReader] })
export class TemplatePacksModule {}
