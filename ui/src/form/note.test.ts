// A remark or a reason that is being written is found again, until it was sent or let go.
import { expect, test } from 'vitest';

import { allKept, kept, restoreKept } from '../ipc/kept';
import { fault, play } from '../ipc/played';
import { Note } from './note.svelte';

test('what is typed is found again, and goes when it is sent', async () => {
  restoreKept({});
  play({ keep_page_state: async () => null });
  const note = new Note('note.e.reopen', () => {});
  note.type('Une erreur');
  note.flush();
  await allKept();
  expect(new Note('note.e.reopen', () => {}).text).toBe('Une erreur');
  expect(new Note('note.e.return', () => {}).text).toBe('');
  note.done();
  await allKept();
  expect([note.text, kept('note.e.reopen')]).toEqual(['', null]);
});

test('a text that the disk does not take is told, and stays', async () => {
  restoreKept({});
  play({ keep_page_state: async () => { throw fault('fault-disk'); } });
  const told: unknown[] = [];
  const note = new Note('note.e.reopen', (reason) => told.push(reason));
  note.type('Une erreur');
  note.flush();
  await allKept();
  await Promise.resolve();
  expect([note.text, told.length]).toEqual(['Une erreur', 1]);
});
