import { expect, test, vi } from 'vitest';

import { Failure, type PreviewView, type ProgressView, type StatusView } from '../../ipc/call';
import { play } from '../../ipc/played';
import { damaged, lost } from './damage';
import { exchange } from './exchange.svelte';
import { facts, leaving } from './leaving';
import { advanced, begun, permille, type Run } from './stages';

// The exchange listens to the shell from its first moment.
vi.mock('@tauri-apps/api/event', () => ({ listen: () => Promise.resolve(() => {}) }));

function run(...told: [ProgressView['step'], number, number][]): Run {
  return told.reduce((so_far, [step, done, total], i) => advanced(so_far, { step, done, total }, i * 10), begun());
}
const stands = ({ stages, now }: Run) =>
  stages.map((one, i) => (one.began_ms === null ? '.' : i === now && one.ended_ms === null ? 'o' : 'x')).join('');

test('the stages follow one another and never go back', () => {
  expect(stands(begun())).toBe('......');
  expect(stands(run(['header', 0, 1], ['list', 0, 1], ['pull', 0, 3]))).toBe('o.....');
  expect(stands(run(['pull', 3, 3], ['merge', 0, 3], ['pull', 0, 2]))).toBe('xo....');
  expect(stands(run(['list', 0, 1], ['verify', 0, 4]))).toBe('x.o...');
  expect(stands(run(['list', 0, 1], ['verify', 0, 4], ['seal', 0, 1], ['push', 1, 2], ['verify', 0, 1]))).toBe('x.xxo.');
  expect(stands(run(['list', 0, 1], ['seal', 0, 1], ['verify', 0, 1], ['publish', 1, 3]))).toBe('x..xxo');
});

test('counts are those of the stage, and its time is measured', () => {
  const { stages } = run(['pull', 1, 3], ['merge', 2, 3], ['pull', 1, 9]);
  expect(stages[0]).toEqual({ stage: 'read', done: 1, total: 3, began_ms: 0, ended_ms: 10 });
  expect([stages[1]?.done, stages[1]?.total]).toEqual([2, 3]);
  expect(permille(run(['pull', 1, 2]), ['read', 'merge'])).toBe(250);
  expect(permille(run(['seal', 0, 1]), ['read', 'merge', 'check'])).toBe(1000);
  expect(permille(begun(), ['read'])).toBe(0);
});

test('what leaves has few lines, and all of it is counted', () => {
  const kinds = [{ kind: 'remark', rows: 2 }, { kind: 'visit', rows: 3 }, { kind: 'entry', rows: 1 }, { kind: 'setting', rows: 4 }, { kind: 'form', rows: 0 }];
  expect(leaving(kinds, 5)).toEqual([
    { kind: 'entry', rows: 1 }, { kind: 'visit', rows: 3 }, { kind: 'remark', rows: 2 }, { kind: 'other', rows: 4 },
  ]);
  expect(leaving(kinds, 2)).toEqual([{ kind: 'entry', rows: 1 }, { kind: 'other', rows: 9 }]);
  expect(leaving([], 5)).toEqual([]);
});

const preview: PreviewView = {
  send: 0, send_files: 0, send_bytes: 0, receive_files: 0, receive_bytes: 0, send_attachments: 0, send_attachment_bytes: 0,
  receive_attachments: 0, receive_attachment_bytes: 0, kinds: [], generation: 3, central: 'E:',
};
const status: StatusView = {
  person: 'Amina', role: 'coach', writes: [], unsent: 0, last_sync: null, conflicts: 0, drafts: 0, programme: 'Souss-Massa', last_backup: null, central: 'E:',
  laptop: { person: 'Amina', own: true, here: true, laptop: 1, laptops: 1, since: null }, data_version: 4,
  health: { quarantined: 0, waiting: 0, tasks: 0, clock_ok: true, forked: 0, central_key_shown: null, findings: null },
};

test('only what was looked at is said', () => {
  const ids = (p: Partial<PreviewView>, s: Partial<StatusView> = {}) =>
    facts({ ...preview, ...p }, { ...status, ...s }).map(({ id }) => id.replace('exchange-fact-', '')).join(' ');
  expect(ids({})).toBe('programme nothing-to-send nothing-to-receive');
  expect(ids({ send: 3, receive_files: 1 })).toBe('programme');
  expect(ids({ send_files: 2, receive_files: 1, generation: null })).toBe('programme lacking unpublished');
  expect(ids({ send: 1, receive_files: 1 }, { drafts: 2, conflicts: 1 })).toBe('programme conflicts drafts');
});

test('who opens next sees nothing of the one before, nor of a folder that is not known any more', async () => {
  let central: string | null = 'E:';
  let end = (_: unknown) => {};
  play({
    status: () => ({ ...status, central }),
    journal: () => [],
    sync_preview: () => preview,
    sync: () => new Promise((done) => (end = done)),
  });
  await exchange.look();
  expect(exchange.preview).toEqual(preview);
  central = null;
  await exchange.look();
  expect(exchange.preview).toBeNull();
  const going = exchange.start();
  await expect.poll(() => exchange.running).toBe(true);
  exchange.reset();
  expect([exchange.status, exchange.journal, exchange.picked, exchange.phase]).toEqual([null, null, null, 'before']);
  end({});
  await going;
  expect([exchange.result, exchange.phase]).toEqual([null, 'before']);
});

test('a folder that lost something is repaired where it was met, and the choice of folder stays', async () => {
  const report = { findings: [{ code: 'finding-central-file-damaged', args: {} }] };
  const asked = play({ status: () => ({ ...status }), journal: () => [], sync_preview: () => preview, sync: () => report, heal: () => ({ findings: [] }) });
  await exchange.start();
  expect([exchange.phase, exchange.act, damaged(exchange.result)]).toEqual(['done', 'sync', true]);
  await exchange.repair();
  expect(asked.find(({ name }) => name === 'heal')?.request).toEqual({});
  expect([exchange.phase, exchange.act, damaged(exchange.result)]).toEqual(['done', 'heal', false]);
});

test('only a folder that may be the programme\'s is offered to be repaired', () => {
  const failure = (code: string) => new Failure({ code, args: {}, message: '' });
  expect(['fault-header-missing', 'fault-no-centre', 'fault-other-programme', 'fault-target-gone'].map((code) => lost(failure(code)))).toEqual([true, true, false, false]);
  expect(lost(null)).toBe(false);
});
