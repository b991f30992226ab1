import { SMALL_RUBRIC, smallRubricWith } from '../../../test/support/small-rubric.js';
import { type DraftSitting, draftSave } from './draft-sitting.js';
import type { RubricContent } from './rubric.js';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));
const named = (name: string) => smallRubricWith({ '/criteria/0/name': name });

/** Saves one after another; answers what each one told. */
function told(saves: readonly (readonly [author: string, minute: number, content: RubricContent])[]): string[][] {
  let sitting: DraftSitting | null = null;
  let before: RubricContent = SMALL_RUBRIC;
  return saves.map(([author, minute, content]) => {
    const save = draftSave(sitting, author, at(minute), before, content);
    [sitting, before] = [save.sitting, content];
    return save.changed.map(({ code, pointer }) => `${code} ${pointer}`);
  });
}

describe('what the record says of a draft', () => {
  it('names a place once while one author sits at it, however often it is saved', () => {
    const weighed = smallRubricWith({ '/criteria/0/name': 'Eff', '/criteria/1/weight': 2 });
    expect(
      told([
        ['ada', 0, named('E')],
        ['ada', 1, named('Ef')],
        ['ada', 2, weighed],
        ['ada', 29, named('Eff')],
      ]),
    ).toEqual([['criterion_renamed /criteria/0/name'], [], ['weight_changed /criteria/1/weight'], []]);
  });

  it('names it anew after half an hour, and after somebody else', () => {
    const place = ['criterion_renamed /criteria/0/name'];
    expect(
      told([
        ['ada', 0, named('A')],
        ['ada', 30, named('B')],
        ['ben', 31, named('C')],
        ['ada', 32, named('D')],
      ]),
    ).toEqual([place, place, place, place]);
  });

  it('says nothing of a save that changes nothing, and something of one that changes only how it is written', () => {
    const written = smallRubricWith({ '/criteria/1/weight': 1 });
    expect(told([['ada', 0, SMALL_RUBRIC]])).toEqual([[]]);
    expect(told([['ada', 0, written]])).toEqual([['rewritten ']]);
  });

  it('holds nothing that was written', () => {
    const { changed, sitting } = draftSave(null, 'ada', at(0), SMALL_RUBRIC, named('A name nobody else uses'));
    expect(JSON.stringify({ changed, sitting })).not.toContain('A name nobody else uses');
    expect(changed).toMatchObject([{ key: SMALL_RUBRIC.criteria[0]?.key }]);
  });
});
