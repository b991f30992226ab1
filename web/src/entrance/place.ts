import type { ComboboxItem } from '@mantine/core';

/** The browser's own zone, as a first answer. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function timeZones(): string[] {
  return [...new Set([ownTimeZone(), ...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}

const REGIONS =
  'AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LT LU LV MX MY NG NL NO NZ PE PH PL PT RO RS SA SE SG SI SK TH TR TW UA US VN ZA';

/** Countries by their name in the person's language. */
export function countries(language: string): ComboboxItem[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return REGIONS.split(' ')
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/** The country in the browser's language tag, as a first answer. */
export function likelyCountry(): string {
  for (const tag of navigator.languages) {
    const { region } = new Intl.Locale(tag).maximize();
    if (region && REGIONS.split(' ').includes(region)) return region;
  }
  return 'US';
}
