/**
 * Rounds of a running application may be added, skipped or put in another order. What has been decided stays where it is: only rounds
 * that lie ahead move.
 *
 * Source: product design, "Application and debrief life".
 */
import { invalid, Refusal } from '../refusal.js';
import { type ApplicationState, type RoundState, toNextRound } from './application-life.js';

const MOST_ROUNDS = 30;

function refuseEnded(state: ApplicationState): void {
  if (state.status === 'active' || state.status === 'on_hold') return;
  throw new Refusal('wrong_state', 'Rounds change only while the application is active or on hold.', [], { status: state.status });
}

/** True when rounds may be changed at all. */
export function roundsCanChange(state: Pick<ApplicationState, 'status'>): boolean {
  return state.status === 'active' || state.status === 'on_hold';
}

/**
 * Adds a round after another, or at the end.
 *
 * In: the state, the new round's key, the key of the round it follows (null: it comes last). Out: the rounds in their new order; the new one is
 * current when no other is. Errors: `validation_failed` for a key in use or an unknown round before it, `wrong_state`.
 */
export function addRound(state: ApplicationState, key: string, after: string | null): readonly RoundState[] {
  refuseEnded(state);
  const { rounds } = state;
  if (rounds.some((round) => round.key === key))
    throw invalid([{ pointer: '/round/key', code: 'duplicate', detail: 'this application has a round of that key' }]);
  if (rounds.length >= MOST_ROUNDS)
    throw invalid([{ pointer: '/round', code: 'too_many', detail: `an application has at most ${MOST_ROUNDS} rounds` }]);
  const before = after === null ? rounds.length - 1 : rounds.findIndex((round) => round.key === after);
  if (after !== null && before < 0) throw invalid([{ pointer: '/after', code: 'unknown_round', detail: 'names no round of this application' }]);
  const next = rounds[before + 1];
  if (next && next.status !== 'pending') throw new Refusal('wrong_state', 'A round can only be added ahead of where the application stands.');
  const added: RoundState = { key, status: 'pending', outcome: null };
  return toNextRound([...rounds.slice(0, before + 1), added, ...rounds.slice(before + 1)]);
}

/**
 * Skips a round that lies ahead or is current.
 *
 * Out: the rounds; the next pending one becomes current. Errors: `not_found` for an unknown round, `wrong_state` when it is over.
 */
export function skipRound(state: ApplicationState, key: string): readonly RoundState[] {
  refuseEnded(state);
  const round = state.rounds.find((one) => one.key === key);
  if (!round) throw new Refusal('not_found', 'No such round.');
  if (round.status !== 'pending' && round.status !== 'current')
    throw new Refusal('wrong_state', 'This round is over; it cannot be skipped any more.');
  return toNextRound(state.rounds.map((one) => (one === round ? { ...one, status: 'skipped', outcome: null } : one)));
}

/**
 * Puts the rounds that lie ahead in another order.
 *
 * In: the keys of exactly the pending rounds, in their new order. Out: all rounds; those not pending keep their places. Errors: `validation_failed` at
 * `/order` when a key is missing, doubled or not pending; `wrong_state`.
 */
export function reorderRounds(state: ApplicationState, order: readonly string[]): readonly RoundState[] {
  refuseEnded(state);
  const pending = state.rounds.filter((round) => round.status === 'pending');
  const wanted = order.map((key) => pending.find((round) => round.key === key));
  if (order.length !== pending.length || new Set(order).size !== order.length || wanted.includes(undefined)) {
    const detail = `must name each round that lies ahead once: ${pending.map((round) => round.key).join(', ') || 'none'}`;
    throw invalid([{ pointer: '/order', code: 'not_the_rounds_ahead', detail }]);
  }
  const queue = wanted.filter((round) => round !== undefined);
  return state.rounds.map((round) => (round.status === 'pending' ? (queue.shift() ?? round) : round));
}
