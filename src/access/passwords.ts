import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { passwordFaults, personalWords } from '../domain/access/password-policy.js';
import { invalid } from '../domain/refusal.js';
import { passwordStrength } from './password-strength.js';

/** OWASP's argon2id: 19 MiB, two passes. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Typed on another keyboard, the same characters may come composed differently. */
function canonical(password: string): string {
  return password.normalize('NFKC');
}

@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  /** Refuses a password that the policy does not take; `personal` is what is known of the person and the organisation. */
  check(password: string, personal: readonly string[], pointer: string): void {
    const words = personalWords(personal);
    const faults = passwordFaults(password, passwordStrength(password, words), words, pointer);
    if (faults.length > 0) throw invalid(faults);
  }

  hash(password: string): Promise<string> {
    return hash(canonical(password), COST);
  }

  /** Whether this is the password. Without one to compare (an unknown account) the same work is done, for the same time. */
  async verify(password: string, stored: string | null): Promise<boolean> {
    this.decoy ??= this.hash('nobody has this password');
    const matches = await verify(stored ?? (await this.decoy), canonical(password));
    return matches && stored !== null;
  }
}
