import { useEffect, useState } from 'react';
import { useMe } from '../api/me';
import { Backups } from '../ui/backups';

/** What is being typed, kept on this device until it is sent or thrown away: a reload loses nothing. */
export function useKeptDraft<Draft extends object>(name: string, empty: Draft) {
  const me = useMe().data;
  const [backups] = useState(() => new Backups<Draft>(`room.${me?.id ?? ''}.${name}`, (value): value is Draft => isLike(value, empty)));
  const [start] = useState(empty);
  const [draft, setDraft] = useState<Draft>(() => backups.find().at(-1)?.content ?? start);
  useEffect(() => {
    if (draft !== start) backups.keep({ base: start, content: draft, version: 0 });
  }, [draft, backups, start]);
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })),
    forget: () => {
      setDraft(start);
      backups.forget();
    },
  };
}

/** Kept by an earlier version of this page it may look otherwise: then it is left alone. */
function isLike(value: unknown, empty: object): boolean {
  return typeof value === 'object' && value !== null && Object.keys(empty).every((key) => key in value);
}
