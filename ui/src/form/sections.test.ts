import { expect, test } from 'vitest';

import { focusAfter, sectionsOf, shortTitle } from './sections';

const group = (path: string) => ({ path, name: path, label: path, kind: 'group' as const, appearance: [], plan: null, open: false, from: 0, answered: 0, asked: 1, missing: 0 });

test('sections are the outer groups; inner ones belong to them', () => {
  const sections = sectionsOf(
    [group('/d/a'), group('/d/a/x'), group('/d/b')],
    ['/d/a/1', '/d/a/x/2', '/d/free', '/d/b/3'],
  );
  expect(sections.map((one) => [one.path, one.questions.length])).toEqual([
    ['/d/a', 2],
    ['', 1],
    ['/d/b', 1],
  ]);
});

test('the first idea of a long title', () => {
  const cases = [
    ['Finance et rentabilité économique', 'Finance'],
    ['Planification stratégique, suivi et évaluation', 'Planification stratégique'],
    ['Contexte du diagnostic (non noté)', 'Contexte du diagnostic'],
    ['المالية والمردودية الاقتصادية', 'المالية'],
    ['Marketing', 'Marketing'],
  ];
  for (const [title, short] of cases) expect(shortTitle(title ?? '')).toBe(short);
});

test('the focus goes to a question that an answer opened, and leaves one that is gone', () => {
  expect(focusAfter(['a', 'c'], ['a', 'b', 'c'], 'c', 'a')).toBe('b');
  expect(focusAfter(['a', 'c'], ['a', 'b', 'c'], 'c', null)).toBe('c');
  expect(focusAfter(['a', 'b', 'c'], ['a', 'c'], 'b', null)).toBe('c');
  expect(focusAfter(['a', 'b'], ['a'], 'b', null)).toBe('a');
});

test('a repeat to which nothing was added yet has its section, in its place', () => {
  const repeat = { ...group('/d/r'), kind: 'repeat' as const, open: true, from: 1 };
  const inner = { ...group('/d/g/r'), kind: 'repeat' as const, open: true, from: 2 };
  const counted = { ...group('/d/c'), kind: 'repeat' as const, from: 2 };
  const sections = sectionsOf([group('/d/a'), repeat, group('/d/b'), counted, { ...group('/d/g'), from: 2 }, inner], ['/d/a/1', '/d/b/2']);
  expect(sections.map((one) => [one.path, one.questions.length])).toEqual([['/d/a', 1], ['/d/r', 0], ['/d/b', 1], ['/d/g', 0]]);
});
