// A backup is proved as soon as it is made; a dialog that is closed changes nothing; a failure is told.
import { beforeEach, expect, it } from 'vitest';

import { fault, play } from '../../ipc/played';
import { backup } from './backup.svelte';

const made = { name: 'souss-massa-2026-11-28.mourafaka-backup', file: '', bytes: 3, at: '2026-11-28T06:00:00Z' };
const proof = { at: made.at, contents: { changes: 2, rows: 1, files: 0 }, behind: 0, ahead: 0, same: true, same_passphrase: true };

beforeEach(() => backup.reset());

it('is proved by its name in the folder that was picked', async () => {
  const asked = play({ pick: () => ({ token: 'stick', name: 'E:' }), backup: () => made, prove: () => proof });
  await backup.make();
  expect(asked.map(({ name, request }) => [name, request])).toEqual([
    ['pick', { what: 'backup_folder' }], ['backup', { path: 'stick' }], ['prove', { path: 'stick', name: made.name }],
  ]);
  expect([backup.made, backup.proof, backup.work]).toEqual([made, proof, null]);
});

it('is nothing where the dialog was closed, and stays made where the proof fails', async () => {
  play({ pick: () => null });
  await backup.make();
  expect([backup.made, backup.failure]).toEqual([null, null]);
  play({ pick: () => ({ token: 'stick', name: 'E:' }), backup: () => made, prove: () => Promise.reject(fault('fault-backup-damaged')) });
  await backup.make();
  expect([backup.made, backup.proof, backup.failure?.code, backup.stopped]).toEqual([made, null, 'fault-backup-damaged', false]);
});

it('shows nothing at work, and what was told before, while the dialog stands open', async () => {
  play({ pick: () => ({ token: 'stick', name: 'E:' }), prove: () => proof });
  await backup.prove();
  let close = (_: null) => {};
  const asked = play({ pick: () => new Promise<null>((done) => (close = done)) });
  const first = backup.make();
  await backup.prove();
  expect([backup.work, backup.proof, asked.length], 'one dialog at a time').toEqual([null, proof, 1]);
  close(null);
  await first;
  expect([backup.work, backup.proof]).toEqual([null, proof]);
});
