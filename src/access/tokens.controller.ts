import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { AnswersSecret } from '../platform/secrets.decorator.js';
import { Allow, CurrentActor } from './access.decorators.js';
import { CreateTokenBody, CreatedTokenDto, ListTokensQuery, TokenDto, TokensDto } from './tokens.dto.js';
import { TokensService, mayRevoke } from './tokens.service.js';
import type { TokenRow } from './tokens.store.js';

@ApiTags('tokens')
@Allow()
@Controller('tokens')
export class TokensController {
  constructor(private readonly service: TokensService) {}

  /** One's own API tokens, or as an admin those of another user. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: ListTokensQuery): Promise<TokensDto> {
    const rows = await this.service.list(actor, query.userId);
    return { items: rows.map((row) => present(actor, row)) };
  }

  /** Makes a token and shows its secret, this once. */
  @Post()
  @AnswersSecret('secret')
  @Refuses('idempotency_key_reused', 'idempotency_in_progress')
  async create(@CurrentActor() actor: Actor, @Body() body: CreateTokenBody): Promise<CreatedTokenDto> {
    const { token, secret } = await this.service.create(actor, body);
    return { ...present(actor, token), secret };
  }

  @Delete(':tokenId')
  @HttpCode(204)
  @Refuses('not_found')
  revoke(@CurrentActor() actor: Actor, @Id('tokenId') tokenId: string): Promise<void> {
    return this.service.revoke(actor, tokenId);
  }
}

function present(actor: Actor, row: TokenRow): TokenDto {
  return { ...row, abilities: { revoke: mayRevoke(actor, row) } };
}
