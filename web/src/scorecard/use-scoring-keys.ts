import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef } from 'react';

export interface ScoringKeys {
  /** A level from 1 up, or null for 0: not assessed. */
  readonly onLevel: (level: number | null) => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly levels: number;
}

/** Where a key is a letter of a text, it stays one. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Number keys score the criterion in sight, `n` and `p` move on and back. Can be switched off, because not everybody types on purpose. */
export function useScoringKeys(keys: ScoringKeys) {
  const [areOn, setOn] = useLocalStorage({ key: 'plumbline.scoring-keys', defaultValue: true });
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!areOn) return;
    const press = (event: KeyboardEvent) => {
      const isElsewhere = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target);
      if (isElsewhere || document.querySelector('[role="dialog"]') !== null) return;
      const { onLevel, onNext, onPrevious, levels } = latest.current;
      const digit = /^[0-9]$/.test(event.key) ? Number(event.key) : null;
      // On a ten-level scale 0 is taken by "not assessed"; level 10 is chosen with the pointer or the arrow keys.
      if (digit !== null && digit <= levels) onLevel(digit === 0 ? null : digit);
      else if (event.key === 'n') onNext();
      else if (event.key === 'p') onPrevious();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [areOn]);
  return { areOn, setOn };
}
