import { expect, test } from 'vitest';

import { actOf, choiceOf, type Place, type Stroke } from './keyboard';

const key = (code: string, held: Partial<Stroke> = {}): Stroke => ({
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const at = (place: Partial<Place> = {}): Place => ({ typing: null, rtl: false, ...place });

test('digits choose by their place on the keyboard, with Shift too, on both rows', () => {
  for (const code of ['Digit2', 'Numpad2']) {
    expect(actOf(key(code), at())).toEqual({ do: 'digit', digit: 2 });
    expect(actOf(key(code, { shiftKey: true }), at())).toEqual({ do: 'digit', digit: 2 });
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      expect(actOf(key(code, held), at())).toBeNull();
  }
});

test('while something is typed, letters and digits are text', () => {
  for (const typing of ['line', 'area'] as const)
    for (const code of ['Digit2', 'Numpad2', 'KeyN', 'KeyC', 'KeyP', 'KeyI', 'ArrowLeft', 'Home', 'End', 'Space'])
      expect(actOf(key(code), at({ typing }))).toBeNull();
  expect(actOf(key('KeyZ', { ctrlKey: true }), at({ typing: 'line' }))).toBeNull();
  expect(actOf(key('Escape'), at({ typing: 'line' }))).toEqual({ do: 'leave' });
  expect(actOf(key('Enter'), at({ typing: 'line' }))).toEqual({ do: 'accept' });
  expect(actOf(key('Enter'), at({ typing: 'area' }))).toBeNull();
  expect(actOf(key('Enter'), at({ typing: 'area', paragraph: true }))).toEqual({ do: 'accept' });
  expect(actOf(key('Enter', { shiftKey: true }), at({ typing: 'area', paragraph: true }))).toBeNull();
  expect(actOf(key('Enter', { ctrlKey: true }), at({ typing: 'area' }))).toEqual({ do: 'accept' });
});

test('single keys can be switched off; the others still act', () => {
  const off = at({ lettersOff: true });
  for (const code of ['Digit2', 'Numpad2', 'KeyN', 'KeyC']) expect(actOf(key(code), off)).toBeNull();
  expect(actOf(key('ArrowDown'), off)).toEqual({ do: 'next' });
  expect(actOf(key('KeyZ', { ctrlKey: true, key: 'z' }), off)).toEqual({ do: 'undo' });
});

test('arrows move between questions, sideways as the text runs', () => {
  const moves = (code: string, rtl: boolean) => actOf(key(code), at({ rtl }))?.do;
  expect(['ArrowUp', 'ArrowDown'].map((code) => moves(code, true))).toEqual(['previous', 'next']);
  expect(['ArrowLeft', 'ArrowRight'].map((code) => moves(code, false))).toEqual(['previous', 'next']);
  expect(['ArrowLeft', 'ArrowRight'].map((code) => moves(code, true))).toEqual(['next', 'previous']);
  expect(actOf(key('ArrowDown'), at({ typing: 'area', atEnd: false }))).toBeNull();
  expect(actOf(key('ArrowDown'), at({ typing: 'area', atEnd: true }))).toEqual({ do: 'next' });
});

test('undo and redo', () => {
  expect(actOf(key('KeyZ', { ctrlKey: true }), at())).toEqual({ do: 'undo' });
  expect(actOf(key('KeyZ', { ctrlKey: true, shiftKey: true }), at())).toEqual({ do: 'redo' });
  expect(actOf(key('KeyY', { ctrlKey: true }), at())).toEqual({ do: 'redo' });
});

test('a digit names a level by its number and another choice by its place', () => {
  const list = (levels: boolean, ...values: string[]) => ({ levels, choices: values.map((value) => ({ value })) });
  expect(choiceOf(0, list(true, '0', '1', '2', '3', '4'))).toBe('0');
  expect(choiceOf(5, list(true, '0', '1', '2', '3', '4'))).toBeNull();
  expect(choiceOf(1, list(false, 'manager', 'board'))).toBe('manager');
  expect(choiceOf(0, list(false, 'manager', 'board'))).toBeNull();
  expect(choiceOf(1, list(false, ...'abcdefghij'))).toBeNull();
});

test('a key that is held answers once, moves again and again', () => {
  const held = (code: string, more: Partial<Stroke> = {}) => actOf(key(code, { repeat: true, ...more }), at())?.do;
  expect(['Digit3', 'Numpad3', 'KeyC', 'KeyN', 'KeyP', 'KeyI'].map((code) => held(code))).toEqual(Array(6).fill('nothing'));
  expect(['KeyZ', 'KeyY'].map((code) => held(code, { ctrlKey: true }))).toEqual(['nothing', 'nothing']);
  expect(['ArrowDown', 'ArrowUp', 'PageDown'].map((code) => held(code))).toEqual(['next', 'previous', 'sectionNext']);
  expect(actOf(key('Digit3', { repeat: true }), at({ typing: 'line' }))).toBeNull();
  expect(actOf(key('Enter', { repeat: true }), at({ typing: 'line' }))).toEqual({ do: 'nothing' });
});

test('undo stands where the layout prints Z, and where Latin keyboards have it when it prints none', () => {
  const act = (code: string, written: string) => actOf(key(code, { key: written, ctrlKey: true }), at())?.do;
  expect([act('KeyW', 'z'), act('KeyZ', 'w'), act('KeyZ', 'ئ'), act('KeyY', 'غ')]).toEqual(['undo', undefined, 'undo', 'redo']);
  expect(actOf(key('KeyW', { key: 'Z', ctrlKey: true, shiftKey: true }), at())).toEqual({ do: 'redo' });
});
