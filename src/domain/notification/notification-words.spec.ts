import fc from 'fast-check';
import { NOTIFICATION_KINDS } from './notification-kinds.js';
import { timeInWords, wordsOf } from './notification-words.js';

const FACTS = { candidate: 'CANDIDATE', job: 'JOB', round: 'ROUND', person: 'PERSON', seat: 'recruiter', when: 'WHEN' };

describe('wordsOf', () => {
  it.each(
    NOTIFICATION_KINDS.flatMap(
      (kind) =>
        [
          [kind, 'en'],
          [kind, 'zh-CN'],
        ] as const,
    ),
  )('says %s in %s', (kind, locale) => {
    const { subject, sentence, action } = wordsOf(kind, FACTS, locale);
    for (const words of [subject, sentence, action]) {
      expect(words.length).toBeGreaterThan(0);
      expect(words).not.toMatch(/undefined|null|\$\{|\[object/);
    }
    expect(/[\u4e00-\u9fff]/.test(sentence)).toBe(locale === 'zh-CN');
    // Nothing can be named but what the facts hold; and of the two languages neither says more than the other.
    const named = (text: string) =>
      Object.values(FACTS)
        .filter((fact) => text.includes(fact) && fact !== 'recruiter')
        .sort();
    expect(named(subject + sentence)).toEqual(
      named(wordsOf(kind, FACTS, locale === 'en' ? 'zh-CN' : 'en').subject + wordsOf(kind, FACTS, locale === 'en' ? 'zh-CN' : 'en').sentence),
    );
  });

  it('keeps a subject on one line, whatever a name holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom('\r\nBcc: x@example.com', '\u2028', '\u202e', ''),
        (name, tail) => {
          const { subject } = wordsOf('debrief.ready', { ...FACTS, candidate: `${name}${tail}` }, 'en');
          expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
          expect([...subject].length).toBeLessThanOrEqual(200);
          expect(subject.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('writes a time on the clock of its reader, and nothing where there is none', () => {
    const at = new Date('2026-03-04T22:30:00Z');
    expect(timeInWords(at, 'Asia/Shanghai', 'zh-CN')).toBe('2026年3月5日 星期四 06:30（Asia/Shanghai）');
    expect(timeInWords(at, 'America/New_York', 'en')).toBe('Wed, 4 Mar 2026, 17:30 (America/New_York)');
    expect(timeInWords(at, 'No/Such', 'en')).toBe('2026-03-04T22:30:00.000Z');
    expect(timeInWords(null, 'UTC', 'en')).toBe('');
  });
});
