import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

export type LiveState = 'joining' | 'live' | 'lost';

const AGAIN = 5_000;
const PARTS = ['recommendation', 'ballots', 'challenges', 'agenda', 'decision'] as const;

/**
 * Keeps the room up to date. The stream only says what to read again; once it is open everything is read, because things may
 * have happened between reading and listening.
 */
export function useRoomLive(debriefId: string, listens: boolean): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('joining');
  useEffect(() => {
    if (!listens) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource;
    const join = () => {
      source = new EventSource(`/api/v1/debriefs/${debriefId}/events`);
      // The connection itself says "open" too; the server's own message is the one after which nothing is missed.
      source.addEventListener('open', (event) => {
        if (!(event instanceof MessageEvent)) return;
        setState('live');
        void client.invalidateQueries({ queryKey: ['debriefs', debriefId] });
      });
      source.addEventListener('change', (event: MessageEvent<string>) => void readAgain(client, debriefId, topicsOf(event.data)));
      source.onerror = () => {
        setState('lost');
        if (source.readyState !== EventSource.CLOSED) return;
        // Told to leave, or nobody there: what may still be seen is asked by the ordinary way.
        void client.invalidateQueries({ queryKey: ['debriefs', debriefId], exact: true });
        again = setTimeout(join, AGAIN);
      };
    };
    join();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }, [client, debriefId, listens]);
  return state;
}

function topicsOf(data: string): readonly string[] {
  try {
    const said: unknown = JSON.parse(data);
    if (typeof said === 'object' && said !== null && 'topics' in said && Array.isArray(said.topics)) return said.topics.map(String);
  } catch {
    // What cannot be read may be about anything.
  }
  return ['debrief', 'cards', ...PARTS];
}

async function readAgain(client: QueryClient, debriefId: string, topics: readonly string[]): Promise<void> {
  const parts = PARTS.filter((part) => topics.includes(part)).map((part) => client.invalidateQueries({ queryKey: ['debriefs', debriefId, part] }));
  const hasCards = topics.includes('cards');
  // What the viewer may do to a ballot or a challenge moves with the debrief.
  const whole = hasCards || topics.includes('debrief') ? [client.invalidateQueries({ queryKey: ['debriefs', debriefId] })] : [];
  const cards = hasCards ? [client.invalidateQueries({ queryKey: ['scorecards'] })] : [];
  await Promise.all([...parts, ...whole, ...cards]);
}
