import { Text } from '@mantine/core';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Fault } from '../api/problem';
import { useProblemWords } from './use-problem-words';

export interface FieldMarks {
  readonly 'data-pointer': string;
  readonly error?: string;
}

export interface DraftFaults {
  readonly all: readonly Fault[];
  /** How many stand at or below a place. */
  readonly count: (pointer: string) => number;
  /** What a field shows of itself: where it stands, and what is wrong with it. */
  readonly field: (pointer: string) => FieldMarks;
}

const FaultsContext = createContext<DraftFaults | null>(null);

/** What is wrong with a draft, for its fields to show by their place in it (RFC 6901). */
export function DraftFaultsProvider({ faults, children }: { readonly faults: readonly Fault[]; readonly children: ReactNode }) {
  const words = useProblemWords();
  const value = useMemo<DraftFaults>(
    () => ({
      all: faults,
      count: (pointer) => faults.filter((fault) => isWithin(fault.pointer, pointer)).length,
      field: (pointer) => {
        const said = faults.filter((fault) => fault.pointer === pointer).map(words.fault);
        return { 'data-pointer': pointer, ...(said.length > 0 && { error: [...new Set(said)].join(' ') }) };
      },
    }),
    [faults, words],
  );
  return <FaultsContext.Provider value={value}>{children}</FaultsContext.Provider>;
}

export function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}

export function useDraftFaults(): DraftFaults {
  const faults = useContext(FaultsContext);
  if (!faults) throw new Error('outside a draft');
  return faults;
}

/** What is wrong with a group of fields as a whole. */
export function GroupFault({ at }: { readonly at: string }) {
  const { error } = useDraftFaults().field(at);
  return (
    <Text size="xs" c="var(--mantine-color-error)" data-pointer={at} tabIndex={-1} hidden={error === undefined}>
      {error}
    </Text>
  );
}

/** Takes the person to a place in the draft, or as near to it as there is a field. */
export function focusPointer(pointer: string): void {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const found = document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(place)}"]`);
    if (!found || found.hidden) continue;
    found.scrollIntoView({ block: 'center' });
    found.focus();
    return;
  }
}
