import { useState } from 'react';
import { Backups } from '../ui/backups';
import type { OfferPackage } from './queries';

export interface TypedOffer {
  readonly given: OfferPackage;
  readonly words: string;
  readonly employer: string;
  /** The offer as it was when one began, by which it is seen what somebody else changed meanwhile. */
  readonly from?: { readonly package: OfferPackage; readonly version: number };
}

function isTypedOffer(value: unknown): value is TypedOffer {
  if (typeof value !== 'object' || value === null || !('given' in value) || !('words' in value) || !('employer' in value)) return false;
  const { given } = value;
  return typeof given === 'object' && given !== null && 'bonuses' in given && Array.isArray(given.bonuses) && 'equity' in given && 'rates' in given;
}

/** What is being typed, kept on this device until the server has it: a closed window or a lost connection costs nothing. */
export function useKeptOffer(name: string, version: number, start: TypedOffer) {
  const [backups] = useState(() => new Backups<TypedOffer>(`offer.${name}`, isTypedOffer));
  const [found] = useState(() => backups.find().at(-1)?.content);
  const [typed, setOnScreen] = useState(found ?? start);
  const [wasKept, setWasKept] = useState(found !== undefined);
  return {
    typed,
    wasKept,
    setTyped: (content: TypedOffer) => {
      setOnScreen(content);
      backups.keep({ base: start, content, version });
    },
    forget: () => backups.forget(),
    discard: () => {
      backups.forget();
      setOnScreen(start);
      setWasKept(false);
    },
  };
}
