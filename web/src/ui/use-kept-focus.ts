import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

export interface KeptFocus {
  readonly onFocusCapture: () => void;
  readonly onBlurCapture: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Where what somebody just pressed goes away with the pressing, the focus goes on to a place beside it instead of being lost. The place must
 * take focus (`tabIndex={-1}`), and the answer is spread over what is watched.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): KeptFocus {
  const isInside = useRef(false);
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  });
  return {
    onFocusCapture: () => {
      isInside.current = true;
    },
    onBlurCapture: ({ currentTarget, target, relatedTarget }) => {
      // A thing that is taken away, or switched off while it works, loses the focus to nobody.
      const isGone = relatedTarget === null && (!target.isConnected || target.matches(':disabled'));
      isInside.current = isGone || currentTarget.contains(relatedTarget);
    },
  };
}
