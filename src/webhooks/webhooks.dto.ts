import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { WEBHOOK_EVENTS } from '../domain/webhook/webhook-events.js';
import { PageQuery } from '../platform/page-query.dto.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';

export class WebhookBody {
  /** Where deliveries are sent. @example 'https://hooks.example.com/plumbline' */
  @IsString()
  @MaxLength(2000)
  url: string;
  /** What it is for, in words. Default: nothing. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  description?: string;
  /** Types of events to be told of. */
  @ApiProperty({ enum: [...WEBHOOK_EVENTS], isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsIn(WEBHOOK_EVENTS, { each: true })
  eventTypes: string[];
}

export class RotateSecretBody {
  /** Hours during which the old secret still signs beside the new one. */
  @IsInt()
  @Min(0)
  @Max(168)
  overlapHours: number = 24;
}

export class ListDeliveriesQuery extends PageQuery {
  @IsOptional()
  @IsIn(['waiting', 'delivered', 'failed'])
  status?: 'waiting' | 'delivered' | 'failed';
}

export class WebhookEventTypesDto {
  eventTypes: string[];
}

export class WebhookAbilitiesDto {
  change: boolean;
  enable: boolean;
  disable: boolean;
  redeliver: boolean;
}

export class WebhookDto {
  id: string;
  url: string;
  description: string;
  eventTypes: string[];
  @ApiProperty({ enum: ['enabled', 'disabled'] })
  status: 'enabled' | 'disabled';
  /** Why it was disabled; null where an admin did it. */
  @ApiProperty({ enum: ['failed_repeatedly', 'gone'], nullable: true })
  disabledBecause: 'failed_repeatedly' | 'gone' | null;
  /** Secrets that sign now: two while one is being replaced. */
  secrets: number;
  /** The number for `If-Match`. */
  version: number;
  createdAt: Date;
  abilities: WebhookAbilitiesDto;
}

export class WebhookPageDto {
  items: WebhookDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class WebhookSecretDto {
  id: string;
  /** Shown this once. Standard Webhooks, HMAC-SHA256. Null where the answer is given again for an Idempotency-Key. */
  secret: string | null;
  /** Until when older secrets sign too; null for a new webhook. */
  oldSecretsEndAt: Date | null;
}

export class WebhookAttemptDto {
  number: number;
  at: string;
  milliseconds: number;
  /** Null when the receiver did not answer. */
  @ApiProperty({ type: 'integer', nullable: true })
  statusCode: number | null;
  @ApiProperty({ type: 'string', nullable: true })
  error: string | null;
}

export class WebhookDeliveryDto {
  id: string;
  /** As sent in `webhook-id`, at every attempt. */
  webhookId: string;
  eventType: string;
  eventId: string;
  applicationId: string | null;
  @ApiProperty({ enum: ['waiting', 'delivered', 'failed'] })
  status: 'waiting' | 'delivered' | 'failed';
  /** Exactly what is sent. */
  body: string;
  createdAt: Date;
  endedAt: Date | null;
  attempts: WebhookAttemptDto[];
}

export class WebhookDeliveryPageDto {
  items: WebhookDeliveryDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}
