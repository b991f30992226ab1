/** The list with the entry at one place changed. */
export function replaced<Entry>(list: readonly Entry[], index: number, entry: Entry): Entry[] {
  return list.map((one, at) => (at === index ? entry : one));
}

/** The list without the entry at one place. */
export function without<Entry>(list: readonly Entry[], index: number): Entry[] {
  return list.filter((_, at) => at !== index);
}

/** The object with members set, and those that are undefined taken out: the server refuses a member that says nothing. */
export function filled<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}

/** `Depth of impact` as a key: `depth_of_impact`; empty where nothing of it can stand in a key. */
export function keyFrom(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 64)
    .replace(/_+$/, '');
}

/** A key that nothing else in the list has. */
export function freshKey(stem: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`${stem}_${number}`)) return `${stem}_${number}`;
}

/** Ids for lists whose keys may, for a moment, be twice the same. */
export function idsOf(keys: readonly string[]): string[] {
  return keys.map((key, index) => {
    const before = keys.slice(0, index).filter((one) => one === key).length;
    return before === 0 ? key : `${key}#${before}`;
  });
}
