import { type RefObject, useEffect, useRef } from 'react';

/** What was just added takes the focus: its first field, or, where it has none yet, the button that adds one. */
export function useFreshFocus<Box extends HTMLElement>(isFresh: boolean): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const appearsFresh = useRef(isFresh);
  useEffect(() => {
    if (!appearsFresh.current) return;
    const field = box.current?.querySelector<HTMLElement>('input, textarea') ?? [...(box.current?.querySelectorAll('button') ?? [])].at(-1);
    field?.focus();
    // Once, when it appears.
  }, []);
  return box;
}
