import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../domain/actor.js';
import { setVersion } from '../platform/version.js';
import type { ApplicationDto } from './applications.dto.js';
import { presentApplication } from './applications.presenter.js';
import { ApplicationsReader } from './applications.reader.js';

/** The answer of every route about one application: as the viewer sees it now, with its version. */
@Injectable()
export class ApplicationShow {
  constructor(private readonly reader: ApplicationsReader) {}

  async show(actor: Actor, id: string, reply: FastifyReply): Promise<ApplicationDto> {
    const whole = await this.reader.application(actor, id);
    setVersion(reply, whole.row.version);
    return presentApplication(actor, whole);
  }
}
