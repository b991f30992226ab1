import { useRef } from 'react';
import { newKey } from '../api/client';

/** The `Idempotency-Key` of what is sent: the same while the same is sent again, so that a lost answer makes nothing twice. */
export function useSendKey(): (content: unknown) => string {
  const sent = useRef({ content: '', key: '' });
  return (content) => {
    const written = JSON.stringify(content);
    if (sent.current.content !== written) sent.current = { content: written, key: newKey() };
    return sent.current.key;
  };
}
