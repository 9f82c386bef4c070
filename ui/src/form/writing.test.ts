import { expect, test } from 'vitest';

import { type Writing, Writings } from './writing';

/** A disk that answers when it is told to. */
function disk(refuses: (writing: Writing) => boolean = () => false) {
  const told: string[] = [];
  const open: (() => void)[] = [];
  let [under, most] = [0, 0];
  const line = new Writings<string>(
    (writing) =>
      new Promise((resolve, reject) => {
        under += 1;
        most = Math.max(most, under);
        open.push(() => {
          under -= 1;
          if (refuses(writing)) reject(new Error('full'));
          else resolve('kept');
        });
      }),
    {
      saved: (w) => told.push(`${w.path}=${w.fields.value}`),
      failed: ({ writing }) => told.push(`${writing.path} failed`),
      idle: () => told.push('idle'),
    },
  );
  const answers = async () => {
    while (open.length > 0) {
      open.shift()?.();
      for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
    }
  };
  return { line, told, answers, most: () => most };
}

test('answers in quick succession all arrive, in order, one at a time', async () => {
  const { line, told, answers, most } = disk();
  for (const [path, value] of [
    ['a', '1'],
    ['b', '2'],
    ['c', '3'],
    ['a', '4'],
  ] as const)
    line.add({ path, fields: { value } });
  await answers();
  expect(told).toEqual(['a=1', 'b=2', 'c=3', 'a=4', 'idle']);
  expect(most()).toBe(1);
});

test('only what nothing came between is replaced by what is newer', async () => {
  const { line, told, answers } = disk();
  for (const value of ['0', '1', '2']) line.add({ path: 'a', fields: { value } });
  line.add({ path: 'a', fields: { comment: 'x' } });
  expect(line.holds('a', 'comment')).toBe(true);
  await answers();
  expect(told.slice(0, 2)).toEqual(['a=0', 'a=2']);
  expect(line.holds('a', 'value')).toBe(false);
});

test('one that fails holds nothing up, and those who wait are told', async () => {
  const { line, told, answers } = disk((writing) => writing.path === 'b');
  for (const path of ['a', 'b', 'c']) line.add({ path, fields: { value: '1' } });
  const settled = line.settled().then(() => told.push('settled'));
  await answers();
  await settled;
  expect(told).toEqual(['a=1', 'b failed', 'c=1', 'idle', 'settled']);
});
