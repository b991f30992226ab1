import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { FEWEST_FOR_TOTALS, marksReceived } from '../domain/feedback/evidence-feedback.js';
import { MarksReceivedDto } from './feedback.dto.js';
import { FeedbackReader } from './feedback.reader.js';

@ApiTags('feedback')
@Allow()
@Controller('me/evidence-marks')
export class MarksReceivedController {
  constructor(private readonly reader: FeedbackReader) {}

  /** What others made of your evidence, over all your cards: pieces that at least three people marked. Nobody else sees it, and nobody sees who. */
  @Get()
  async received(@CurrentActor() actor: Actor): Promise<MarksReceivedDto> {
    const { pieces, counts } = marksReceived(await this.reader.countsOnAllCardsOf(actor.userId));
    return { pieces, counts: { ...counts }, fewestForTotals: FEWEST_FOR_TOTALS };
  }
}
