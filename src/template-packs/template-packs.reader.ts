import { Injectable } from '@nestjs/common';
import { notFound } from '../domain/refusal.js';
import type { TemplatePack } from '../domain/rubric/template-pack.js';
import { readTemplateLibrary } from '../templates/template-library.js';

/** The packs that come with the product, read and checked once. */
@Injectable()
export class TemplatePacksReader {
  private readonly packs: ReadonlyMap<string, TemplatePack> = new Map(readTemplateLibrary().map((pack) => [pack.key, pack]));

  all(): readonly TemplatePack[] {
    return [...this.packs.values()];
  }

  /** The pack of this key, or `not_found`. */
  byKey(key: string): TemplatePack {
    const pack = this.packs.get(key);
    if (!pack) throw notFound('template');
    return pack;
  }
}
