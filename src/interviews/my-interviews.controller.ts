import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { MyInterviewPageDto, MyInterviewsQuery } from './interviews.dto.js';
import { MyInterviewsReader } from './my-interviews.reader.js';

@ApiTags('me')
@Allow()
@Controller('me/interviews')
export class MyInterviewsController {
  constructor(private readonly reader: MyInterviewsReader) {}

  /** Your own interviews by time: what is due, when, and how late. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: MyInterviewsQuery): Promise<MyInterviewPageDto> {
    return this.reader.list(actor, query);
  }
}
