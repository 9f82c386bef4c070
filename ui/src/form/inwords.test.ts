import { beforeEach, expect, it } from 'vitest';

import { speak } from '../words';
import { inWords } from './inwords';

beforeEach(() => speak('fr'));

it.each([
  ['Fadma 2026-12-03', 'Fadma jeu. 3 déc. 2026'],
  ['(2026-12-03)', '(jeu. 3 déc. 2026)'],
  ['Lot 2026-12-031, 2026-13-03, A-2026-12-03', 'Lot 2026-12-031, 2026-13-03, A-2026-12-03'],
  ['2026-12-03T10:00', '2026-12-03T10:00'],
  ['', ''],
])('%s', (text, expected) => {
  expect(inWords(text).replace(/\s/g, ' ')).toBe(expected);
});
