import { createRequire } from 'node:module';
import type { ContentText, Style } from 'pdfmake/interfaces.js';

const require = createRequire(import.meta.url);

const latin = (file: string) => require.resolve(`@expo-google-fonts/noto-sans/${file}`);
const han = (file: string) => require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`);

/** Noto Sans for the alphabets of Europe, Noto Sans SC for Chinese and Japanese: together they write every name met so far. */
export const PDF_FONTS = {
  Latin: { normal: latin('400Regular/NotoSans_400Regular.ttf'), bold: latin('600SemiBold/NotoSans_600SemiBold.ttf') },
  Han: { normal: han('400Regular/NotoSansSC_400Regular.ttf'), bold: han('500Medium/NotoSansSC_500Medium.ttf') },
};

/** Written with the Han font: its scripts, their punctuation and full-width forms, and the symbols only it has. */
const HAN = /[\u2190-\u21ff\u2460-\u27bf\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]+/gu;

interface Run extends Style {
  text: string;
  font?: string;
}

/** Text in runs of one font each, all in this style. */
export function pdfRuns(text: string, style: Style = {}): Run[] {
  const runs: Run[] = [];
  let last = 0;
  for (const match of text.matchAll(HAN)) {
    if (match.index > last) runs.push({ ...style, text: text.slice(last, match.index) });
    runs.push({ ...style, text: match[0], font: 'Han' });
    last = match.index + match[0].length;
  }
  if (last < text.length || runs.length === 0) runs.push({ ...style, text: text.slice(last) });
  return runs;
}

/** The same for a text of its own, whose style stands beside it. */
export function pdfText(text: string): ContentText['text'] {
  const runs = pdfRuns(text);
  return runs.length === 1 && runs[0]?.font === undefined ? text : runs;
}
