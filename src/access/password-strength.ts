import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import type { Strength } from '../domain/access/password-policy.js';

/** The estimate grows with length; a strong beginning makes a strong whole, and a long one would cost a second of work. */
const ESTIMATED_LENGTH = 64;

let estimator: ZxcvbnFactory | undefined;

/** How guessable a password is, given words an attacker would try for this person. Loads its word lists on first use. */
export function passwordStrength(password: string, personal: readonly string[]): Strength {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  const { score, feedback } = estimator.check([...password].slice(0, ESTIMATED_LENGTH).join(''), [...personal]);
  return { score, warning: feedback.warning };
}
