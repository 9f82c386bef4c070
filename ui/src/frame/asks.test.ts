// Keys of the frame on the keyboards in use: QWERTY, AZERTY, Arabic, and the numpad.
import { expect, it } from 'vitest';

import { askOf } from './asks';

const NONE = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false };
it.each([
  ['k', 'KeyK', { ctrlKey: true }, 'find'],
  ['ن', 'KeyK', { ctrlKey: true }, 'find'],
  ['k', 'KeyK', {}, null],
  ['F1', 'F1', {}, 'help'],
  ['?', 'KeyM', { shiftKey: true }, 'help'],
  ['+', 'Equal', { ctrlKey: true, shiftKey: true }, 'larger'],
  ['=', 'Equal', { ctrlKey: true }, 'larger'],
  ['-', 'Digit6', { ctrlKey: true }, 'smaller'],
  ['-', 'NumpadSubtract', { ctrlKey: true }, 'smaller'],
  ['à', 'Digit0', { ctrlKey: true }, 'usual'],
  ['l', 'KeyL', { ctrlKey: true, shiftKey: true }, 'lock'],
  ['l', 'KeyL', { ctrlKey: true }, null],
  ['k', 'KeyK', { ctrlKey: true, altKey: true }, null],
])('%s %s %j', (key, code, held, expected) => {
  expect(askOf({ ...NONE, key, code, ...held }, true)).toBe(expected);
});

it('a single key can be switched off, F1 cannot', () => {
  expect([askOf({ ...NONE, key: '?', code: 'KeyM' }, false), askOf({ ...NONE, key: 'F1', code: 'F1' }, false)]).toEqual([null, 'help']);
});
