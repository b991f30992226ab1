import { asProblem } from '../api/problem';

type Key = readonly unknown[];

/** What a card needs to open, as the server said it last. */
interface OpenCard {
  readonly userId: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

const STORED = 'plumbline.open-card';

/** Keeps the one card that is open on this device, so that a reload without a network opens it again. Nothing else of the API is ever kept. */
export function keepOpenCard(userId: string, answers: readonly (readonly [Key, unknown])[]): void {
  const known = answers.filter(([, answer]) => answer !== undefined).map(([key, answer]) => [JSON.stringify(key), answer] as const);
  try {
    localStorage.setItem(STORED, JSON.stringify({ userId, answers: Object.fromEntries(known) } satisfies OpenCard));
  } catch {
    // A browser that keeps nothing opens no card without a network.
  }
}

export function forgetOpenCard(): void {
  try {
    localStorage.removeItem(STORED);
  } catch {
    // Nothing was kept.
  }
}

/** Somebody else is signed in now: the card of the one before is none of theirs. */
export function forgetCardOfOthers(userId: string): void {
  if (kept()?.userId !== userId) forgetOpenCard();
}

/** The server's answer; where nobody answers, the one kept with the open card. */
export async function orKept<Answer>(key: Key, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const answer = asProblem(error).isUnreachable ? kept()?.answers[JSON.stringify(key)] : undefined;
    if (answer === undefined) throw error;
    return answer as Answer;
  }
}

function kept(): OpenCard | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED) ?? 'null');
    return isOpenCard(value) ? value : null;
  } catch {
    return null;
  }
}

function isOpenCard(value: unknown): value is OpenCard {
  return typeof value === 'object' && value !== null && 'userId' in value && 'answers' in value && typeof value.answers === 'object';
}
