import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { stepWords } from '../domain/debrief/step-words.js';
import { DebriefGate } from './debrief-gate.service.js';
import { PanelReader } from './panel.reader.js';
import type { RecommendationDto } from './recommendation.dto.js';

/** What the rules say, for those who may see every card it counts. */
@Injectable()
export class RecommendationService {
  constructor(
    private readonly gate: DebriefGate,
    private readonly panels: PanelReader,
  ) {}

  async read(actor: Actor, debriefId: string): Promise<RecommendationDto> {
    const { standing } = await this.gate.content(actor, debriefId, 'recommendation');
    const { latest, unexposed, names } = await this.panels.panel(standing.applicationId);
    const { recommendation } = latest;
    return {
      debriefId,
      applicationId: standing.applicationId,
      inputHash: recommendation.inputHash,
      engine: recommendation.engine,
      recommendation,
      unexposed: { outcome: unexposed.outcome, deciding: unexposed.deciding.value, differs: unexposed.outcome !== recommendation.outcome },
      steps: recommendation.steps.map((step) => ({ code: step.code, params: { ...step.params }, words: stepWords(step, names, actor.locale) })),
    };
  }
}
