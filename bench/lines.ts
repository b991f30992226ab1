/** What is measured: four routes, each with requests as different people over different objects. */
import { DEBRIEFS, JOBS, PANELS, RECRUITERS, authorOf, cardOf, fullCard, idOf, jobOf, roundOfCard } from './organisation.js';
import type { Shot } from './measure.js';

export interface Line {
  readonly name: string;
  /** Answers the next request at every call, for one server: each has objects of its own to write to. */
  readonly shots: (server: number) => () => Shot;
}

/** Cards of the applications grown last, so that both sizes write to fresh ones. Five of six: no submission completes a panel. */
const SUBMITTED_OF_SIX = 5;
/** Applications whose cards are only saved, never submitted: so few that each is saved over and over, as people type, from the warm-up on. */
const SAVED = 150;

const pathOf = (card: string, part: string) => `/api/v1/scorecards/${card}/${part}`;

/** Texts of cards, written once: the generator of requests shares the machine with the servers. */
const texts = new Map<number, string>();

function bodyOf(k: number, variant: number): string {
  const key = k * 8 + (variant % 8);
  const known = texts.get(key) ?? JSON.stringify({ content: fullCard(roundOfCard(k), variant % 8) });
  texts.set(key, known);
  return known;
}

function autosave(first: number, server: number): () => Shot {
  const from = first + server * SAVED;
  const versions = new Map<number, number>();
  let next = 0;
  return () => {
    const turn = next++ % (SAVED * 6);
    const [application, k] = [from + Math.floor(turn / 6), turn % 6];
    const version = versions.get(turn) ?? 0;
    versions.set(turn, version + 1);
    return {
      method: 'PUT',
      path: pathOf(cardOf(application, k), 'draft'),
      user: authorOf(application, k),
      headers: { 'if-match': `"${version}"` },
      body: bodyOf(k, version),
    };
  };
}

function submit(first: number, last: number, server: number): () => Shot {
  // Application by application within a card: no two at once wait for the same row.
  const own = Math.floor((last - first - 2 * SAVED) / 2);
  const from = first + 2 * SAVED + server * own;
  let next = 0;
  return () => {
    const [k, application] = [Math.floor(next / own), from + (next % own)];
    next += 1;
    if (k >= SUBMITTED_OF_SIX) throw new Error('No card is left to submit: fewer rounds, or shorter ones.');
    return { method: 'POST', path: pathOf(cardOf(application, k), 'submit'), user: authorOf(application, k), body: bodyOf(k, k) };
  };
}

/** Read by the hiring manager of the job, over and over: `debriefs` of them in turn. */
function packet(debriefs: number): () => Shot {
  let next = 0;
  return () => {
    const application = next++ % debriefs;
    return { method: 'GET', path: `/api/v1/debriefs/${idOf('debrief', application)}/packet`, user: idOf('manager', jobOf(application) % RECRUITERS) };
  };
}

const STATUSES = ['active', 'rejected', 'withdrawn', 'on_hold'] as const;
const SORTS = ['activity', 'name', 'started'] as const;

/** Boards of jobs of every size, by their recruiters. */
function board(): () => Shot {
  let next = 0;
  return () => {
    const turn = next++;
    const job = turn % JOBS;
    const query = `jobId=${idOf('job', job)}&status=${STATUSES[turn % 4] ?? ''}&sort=${SORTS[turn % 3] ?? ''}&limit=50`;
    return { method: 'GET', path: `/api/v1/applications?${query}`, user: idOf('recruiter', job % RECRUITERS) };
  };
}

/** `first`: the first application of the last growth. */
export function linesOf(first: number): Line[] {
  return [
    { name: 'autosave', shots: (server) => autosave(Math.max(first, DEBRIEFS), server) },
    { name: 'submit', shots: (server) => submit(Math.max(first, DEBRIEFS), first + PANELS, server) },
    { name: 'packet', shots: () => packet(300) },
    { name: 'packet-new', shots: () => packet(DEBRIEFS) },
    { name: 'list', shots: () => board() },
  ];
}
