import fc from 'fast-check';
import { attachmentNamed, extensionOf } from './file-name.js';

describe('the name of a file that is sent', () => {
  it('is there for everybody, and true for those who read the extended form', () => {
    expect(attachmentNamed('Résumé 林伟.pdf')).toBe(
      `attachment; filename="R_sum_ __.pdf"; filename*=UTF-8''R%C3%A9sum%C3%A9%20%E6%9E%97%E4%BC%9F.pdf`,
    );
  });

  it('is always one header of plain characters that says the name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }).filter((name) => name.isWellFormed()),
        (name) => {
          const header = attachmentNamed(name);
          expect(header).toMatch(/^attachment; filename="[A-Za-z0-9 ._-]+"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*$/);
          expect(decodeURIComponent(header.slice(header.indexOf("''") + 2))).toBe(name);
        },
      ),
    );
  });

  it('ends in an extension, or in none', () => {
    expect([extensionOf('a.PDF'), extensionOf('a.tar.gz'), extensionOf('none'), extensionOf('.hidden'), extensionOf('dot.')]).toEqual([
      'pdf',
      'gz',
      '',
      'hidden',
      '',
    ]);
  });
});
