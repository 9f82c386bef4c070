// What a thief tries first is weak; four unrelated words are strong.
import { expect, it } from 'vitest';

import { STRONG_ENOUGH, strengthOf } from './strength';

it.each([
  ['password', false],
  ['Mourafaka2026', false],
  ['Khadija1985', false],
  ['azertyuiop', false],
  ['11111111', false],
  ['figue tracteur nuage violon', true],
  ['تين جرار سحابة كمان', true],
])('%s: %s', async (passphrase, strong) => {
  expect((await strengthOf(passphrase, ['Mourafaka Souss-Massa', 'Khadija El Fassi'])) >= STRONG_ENOUGH).toBe(strong);
});
