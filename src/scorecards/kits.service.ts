import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { Criterion, RubricContent } from '../domain/rubric/rubric.js';
import { criteriaOfRound } from '../domain/scorecard/completeness.js';
import { CardReadingService } from './card-reading.service.js';
import type { KitCriterionDto, KitDto, KitRoundDto, OtherRoundDto } from './kits.dto.js';
import { KitsReader, type KitRoundRow } from './kits.reader.js';
import { PinnedRubrics } from './pinned-rubrics.service.js';

/** Puts a kit together from the application's own round, its pinned rubric and the candidate's files. */
@Injectable()
export class KitsService {
  constructor(
    private readonly cards: CardReadingService,
    private readonly reader: KitsReader,
    private readonly rubrics: PinnedRubrics,
  ) {}

  async read(actor: Actor, cardId: string): Promise<KitDto> {
    const card = await this.cards.existing(actor, cardId);
    const [rounds, files, rubric] = await Promise.all([
      this.reader.rounds(card.applicationId),
      this.reader.files(card.applicationId),
      this.rubrics.of(card.rubricVersionId),
    ]);
    const round = rounds.find((one) => one.key === card.roundKey);
    return {
      scorecardId: card.id,
      applicationId: card.applicationId,
      candidate: { id: card.candidateId, name: card.candidateName },
      job: { id: card.jobId, name: card.jobTitle },
      interview: { id: card.interviewId, status: card.interview, startsAt: card.startsAt, endsAt: card.endsAt },
      round: kitRound(card.roundKey, card.roundName, round),
      purpose: round?.kit?.purpose ?? '',
      prompts: (round?.kit?.prompts ?? []).map(({ ask, listenFor }) => ({ ask, listenFor })),
      notSignals: [...(round?.kit?.notSignals ?? [])],
      rubricVersionId: card.rubricVersionId,
      scale: { levels: rubric.scale.levels, labels: [...rubric.scale.labels] },
      criteria: criteriaOfRound(rubric, card.roundKey).map(kitCriterion),
      evidenceForms: rubric.evidenceForms,
      otherRounds: rounds.filter((one) => one.key !== card.roundKey && one.status !== 'skipped').map((one) => otherRound(rubric, one)),
      files,
    };
  }
}

function kitRound(key: string, name: string, round: KitRoundRow | undefined): KitRoundDto {
  const content = round?.content ?? {};
  return {
    key,
    name,
    minutes: content.minutes ?? null,
    targetDay: content.targetDay ?? null,
    focus: content.focus ?? '',
    parts: content.parts ?? [],
    facts: (content.facts ?? []).map((fact) => ({ key: fact.key, name: fact.name })),
  };
}

function kitCriterion({ key, name, description, required, evidence, forms, anchors }: Criterion): KitCriterionDto {
  return { key, name, description, required: required ?? false, evidence: evidence ?? 'optional', forms: [...(forms ?? [])], anchors };
}

function otherRound(rubric: RubricContent, { key, content }: KitRoundRow): OtherRoundDto {
  return { key, name: content.name ?? key, focus: content.focus ?? '', criteria: criteriaOfRound(rubric, key).map((criterion) => criterion.name) };
}
