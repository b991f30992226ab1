import { useEffect, useState } from 'react';
import type { ReadAgenda } from './queries';

export interface Reading {
  /** Seconds since it was read, while the clock runs. */
  readonly since: number;
  readonly remaining: number;
}

/** The room's clock, going on from when it was read: the server's and this device's times need not agree. */
export function useClock({ clock, readAt }: ReadAgenda): Reading {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (!clock.running) return;
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, [clock.running, readAt]);
  const since = clock.running ? Math.max(0, Math.round((now - readAt) / 1000)) : 0;
  return { since, remaining: clock.remainingSeconds - since };
}

/** 7:05, 1:02:03, −0:30. */
export function clockText(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return `${seconds < 0 ? '−' : ''}${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(rest)}`;
}
