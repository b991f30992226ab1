import type { AgendaItem } from './queries';
import type { Room } from './room';

type T = (key: string, values?: Record<string, unknown>) => string;

/** What an item is about, in a few words: `criterion:impact` reads "Depth of impact". */
export function itemTitle({ kind, why }: Pick<AgendaItem, 'kind' | 'why'>, room: Room, t: T): string {
  const text = (key: string) => (typeof why.params[key] === 'string' ? why.params[key] : '');
  const name = text('interviewer') === '' ? '' : room.nameOf(text('interviewer'));
  const criterion = text('criterion') === '' ? '' : room.criterionName(text('criterion'));
  if (kind === 'criterion') return criterion;
  if (kind === 'gate') return room.rubric.gates.find(({ key }) => key === text('gate'))?.name ?? text('gate');
  return t(`agenda.about.${why.code}`, { name, criterion });
}

/** An item that was settled since: only its key is left to say what it was. */
export function formerTitle(key: string, room: Room, t: T): string {
  const [kind = '', first = ''] = key.split(':');
  if (kind === 'criterion') return room.criterionName(first);
  if (kind === 'gate') return room.rubric.gates.find((gate) => gate.key === first)?.name ?? first;
  return t(`agenda.kind.${kind}`, { defaultValue: key });
}
