import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/access.decorators.js';
import { Refuses } from '../platform/openapi.js';
import { TemplateListDto, TemplatePackDto } from './template-packs.dto.js';
import { TemplatePacksReader } from './template-packs.reader.js';

@ApiTags('templates')
@Allow()
@Controller('templates')
export class TemplatePacksController {
  constructor(private readonly packs: TemplatePacksReader) {}

  /** The framework packs an organisation can start from. */
  @Get()
  list(): TemplateListDto {
    const items = this.packs.all().map(({ key, name, summary, job, plan, rubric }) => ({
      key,
      name,
      summary,
      jobTitle: job.title,
      rounds: plan.rounds.length,
      criteria: rubric.criteria.length,
    }));
    return { items };
  }

  /** One pack whole: job, plan, rubric, kits and offer shape. */
  @Get(':key')
  @Refuses('not_found')
  pack(@Param('key') key: string): TemplatePackDto {
    return this.packs.byKey(key);
  }
}
