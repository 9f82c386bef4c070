// Each control of the engine is drawn; `tests/acceptance/controls.rs` says which question of a form has which.
import { expect, test } from 'vitest';

import type { QuestionView } from '../ipc/generated';
import { drawnAs, type Drawn } from './drawn';

type Control = QuestionView['control'];
const asked = (control: Control, more: Partial<QuestionView> = {}) => ({ control, appearance: [], choices: [], levels: false, bounds: null, ...more });
const choices = (count: number, label = 'Oui') => Array.from({ length: count }, (_, at) => ({ value: `c${at}`, label }));

test('every control, alone and among others', () => {
  // A control that the engine gains does not compile here until it is drawn.
  const all: Record<Control, [Drawn, Drawn]> = {
    one: ['list', 'menu'], many: ['list', 'several'], rank: ['rank', 'rank'], text: ['line', 'line'], number: ['line', 'line'],
    date: ['line', 'line'], time: ['line', 'line'], datetime: ['line', 'line'], point: ['point', 'point'], line: ['line', 'line'],
    file: ['file', 'file'], acknowledge: ['acknowledge', 'acknowledge'], note: ['note', 'note'],
  };
  const drawn = Object.keys(all).map((control) => [false, true].map((compact) => drawnAs(asked(control as Control), compact)));
  expect(drawn).toEqual(Object.values(all));
});

test('what is chosen is drawn by how much there is and by what the form wishes', () => {
  const one = (more: Partial<QuestionView>, compact = true) => drawnAs(asked('one', more), compact);
  expect(one({ choices: choices(2) })).toBe('segments');
  expect(one({ choices: choices(3, 'Une réponse trop longue pour un bouton') })).toBe('menu');
  expect(one({ choices: choices(13) }, false)).toBe('search');
  expect(one({ choices: choices(5), levels: true })).toBe('list');
  expect(one({ choices: choices(4), appearance: ['likert'] }, false)).toBe('segments');
  expect(one({ choices: choices(4), appearance: ['minimal'] }, false)).toBe('menu');
  expect(one({ choices: choices(4), appearance: ['autocomplete'] }, false)).toBe('search');
  expect(drawnAs(asked('many', { choices: choices(13) }), false)).toBe('several');
  expect(drawnAs(asked('number', { bounds: { start: 0, end: 10, step: 1 } }), false)).toBe('range');
});
