// A form as a tree, orders that people give, places, the next question without an answer.
import { expect, test } from 'vitest';

import type { GroupView } from '../ipc/generated';
import { numbersOf, outlineOf } from './outline';
import { pasted, pointOf } from './point';
import { movedBy, rankedOf } from './rank';
import { unansweredAfter } from './sections';

const group = (path: string, from: number, kind: GroupView['kind'] = 'group'): GroupView => ({
  path, name: path, label: path, kind, appearance: [], plan: null, open: true, from, answered: 0, asked: 1, missing: 0,
});
const drawn = (groups: GroupView[], order: string[]): unknown => {
  type Drawn = ReturnType<typeof outlineOf>;
  const tell = (blocks: Drawn): unknown[] =>
    blocks.map((block) => ('questions' in block ? block.questions.join(' ') : { [block.group.path]: tell(block.blocks) }));
  return tell(outlineOf(groups, order));
};

test('questions stand in their groups, elements in their repeat, and an empty repeat where the form has it', () => {
  const groups = [group('/d/g', 1), group('/d/r', 2, 'repeat'), group('/d/r[1]', 2, 'element'), group('/d/r[2]', 3, 'element'), group('/d/e', 4, 'repeat')];
  expect(drawn(groups, ['/d/a', '/d/g/b', '/d/r[1]/c', '/d/r[2]/c', '/d/z'])).toEqual([
    '/d/a', { '/d/g': ['/d/g/b'] }, { '/d/r': [{ '/d/r[1]': ['/d/r[1]/c'] }, { '/d/r[2]': ['/d/r[2]/c'] }] }, { '/d/e': [] }, '/d/z',
  ]);
  // What the form keeps for itself holds no question.
  expect(drawn([group('/d/meta', 1)], ['/d/a'])).toEqual(['/d/a']);
  // A name that begins as the repeat's does is not inside it.
  expect(drawn([group('/d/r', 0, 'repeat')], ['/d/rest'])).toEqual([{ '/d/r': [] }, '/d/rest']);
});

test('an order keeps what is given and moves one by one', () => {
  expect(rankedOf('c gone a', ['a', 'b', 'c'])).toEqual(['c', 'a', 'b']);
  expect(movedBy(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(movedBy(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});

test('a place is two numbers within the world', () => {
  expect(pointOf('30,4278', '-9.5981')).toEqual({ value: '30.4278 -9.5981 0 0', fault: null });
  expect(pointOf('', '')).toEqual({ value: '', fault: null });
  expect(pointOf('91', '0').fault).toBe('latitude');
  expect(pointOf('30', '').fault).toBe('longitude');
  expect(pasted(' 30.4278, -9.5981 ')).toEqual(['30.4278', '-9.5981']);
  expect(pasted('30.4278')).toBeNull();
});

test('the next question without an answer is looked for after the one in focus, then from the beginning', () => {
  const one = (path: string, answered: boolean, asks = true) => ({ path, answered, asks });
  const form = [one('a', false), one('b', true), one('note', false, false), one('c', false)];
  expect(unansweredAfter(form, 'b')).toBe('c');
  expect(unansweredAfter(form, 'c')).toBe('a');
  expect(unansweredAfter([one('a', true)], 'a')).toBeUndefined();
});

test('questions are numbered, notes are not', () => {
  const controls = { a: 'text', b: 'note', c: 'one' } as const;
  const numbers = numbersOf(['a', 'b', 'c'], (path) => ({ control: controls[path as keyof typeof controls] }));
  expect([...numbers]).toEqual([['a', 1], ['c', 2]]);
});
