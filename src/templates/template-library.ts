/**
 * The framework packs as they lie beside this file, one folder each. A pack with a fault stops the start: nobody should
 * begin from a rubric that cannot be published.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseInterviewKits, parseInterviewPlan } from '../domain/interview-plan-validation.js';
import { parseAs } from '../domain/json-shape.js';
import { invalid, Refusal } from '../domain/refusal.js';
import { parseRubricContent } from '../domain/rubric/rubric-structure.js';
import { jobShape, offerShape, packSheetShape } from '../domain/rubric/template-pack-structure.js';
import { validateTemplatePack } from '../domain/rubric/template-pack-validation.js';
import type { TemplatePack } from '../domain/rubric/template-pack.js';

const FOLDER = dirname(fileURLToPath(import.meta.url));

/**
 * Every pack of the folder, in order of key.
 *
 * In: the folder; default the packs that come with the product. Errors: `validation_failed`, its faults' pointers beginning with the
 * pack's key and part, when a pack is not in order; the file system's own errors when a part is missing.
 */
export function readTemplateLibrary(folder: string = FOLDER): readonly TemplatePack[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((key) => readTemplatePack(key, folder));
}

/** One pack by its key; errors as for `readTemplateLibrary`. */
export function readTemplatePack(key: string, folder: string = FOLDER): TemplatePack {
  const part = <T>(name: string, parse: (json: unknown) => T): T =>
    within(`/${key}/${name}`, () => parse(JSON.parse(readFileSync(join(folder, key, `${name}.json`), 'utf8'))));
  const pack: TemplatePack = {
    ...part('pack', (json) => parseAs(packSheetShape, json)),
    job: part('job', (json) => parseAs(jobShape, json)),
    plan: part('plan', parseInterviewPlan),
    rubric: part('rubric', parseRubricContent),
    kits: part('kits', parseInterviewKits),
    offer: part('offer', (json) => parseAs(offerShape, json)),
  };
  const faults = validateTemplatePack(pack);
  if (pack.key !== key) faults.push({ pointer: '/key', code: 'key_not_folder', detail: `lies in the folder "${key}"` });
  within(`/${key}`, () => {
    if (faults.length > 0) throw invalid(faults);
  });
  return pack;
}

/** Puts the place of a part in front of every pointer of its refusal. */
function within<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid([{ pointer: place, code: 'malformed_json', detail: error.message }]);
    if (!(error instanceof Refusal)) throw error;
    throw invalid(error.faults.map((fault) => ({ ...fault, pointer: place + fault.pointer })));
  }
}
