// What goes to the shell and what comes back: the request as JSON, touched kinds told, faults as failures with their code.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';

import { speak } from '../words';
import { call, failed, Failure, onLocked, onTouched, touches } from './call';
import { allKept, keep, kept, restoreKept } from './kept';
import { fault, play } from './played';

beforeAll(async () => {
  vi.stubGlobal('window', globalThis);
  await speak('fr');
});
afterEach(() => clearMocks());

/** A shell that answers each command by its name. */
function shell(answers: Record<string, unknown>, touched: string[] = []) {
  const asked: { name: string; request: unknown; language: string }[] = [];
  mockIPC((command, payload) => {
    const { name, request, language } = payload as { name: string; request: string; language: string };
    expect(command).toBe('call');
    asked.push({ name, request: JSON.parse(request), language });
    if (name in answers) return { value: answers[name], touched };
    throw { code: 'fault-wrong-passphrase', args: {}, message: 'Non.' };
  });
  return asked;
}

it('asks in the language spoken and tells what was touched', async () => {
  const asked = shell({ undo: { act: null } }, ['answer']);
  const told: string[][] = [];
  const end = onTouched((kinds) => told.push(kinds));
  await call('undo', {});
  end();
  await call('undo', {});
  expect(asked[0]).toEqual({ name: 'undo', request: {}, language: 'fr' });
  expect(told).toEqual([['answer']]);
  expect([touches(['*'], 'visit'), touches(['answer'], 'visit'), touches(['answer'], 'visit', 'answer')]).toEqual([true, false, true]);
});

it('turns a fault into a failure with its code and words', async () => {
  shell({});
  const reason: unknown = await call('unlock', { passphrase: 'x' }).catch((e: unknown) => e);
  expect(reason).toBeInstanceOf(Failure);
  expect(reason).toMatchObject({ code: 'fault-wrong-passphrase', message: 'Non.' });
});

it('shows whatever else is thrown as a defect of the application', () => {
  expect(failed(new TypeError('x is not a function'))).toMatchObject({ code: 'fault-defect' });
  expect(failed('no such command').message).toContain('no such command');
});

it('keeps what differs and finds it again', async () => {
  const asked = shell({ keep_page_state: null });
  restoreKept({ language: 'ar' });
  await keep('language', 'ar');
  await keep('language', 'fr');
  await keep('route', null);
  expect([kept('language'), kept('route')]).toEqual(['fr', null]);
  expect(asked.map((a) => a.request)).toEqual([{ key: 'language', value: 'fr' }]);
});

it('keeps one value at a time, of each key the newest, and tries again what did not succeed', async () => {
  let full = true;
  let release = () => {};
  const asked = play({
    keep_page_state: async () => {
      if (full) throw fault('fault-disk-full');
      await new Promise<void>((done) => (release = done));
    },
  });
  restoreKept({ route: 'a' });
  await expect(keep('route', 'b')).rejects.toMatchObject({ code: 'fault-disk-full' });
  expect(kept('route')).toBe('b');
  full = false;
  void keep('route', 'b');
  await expect.poll(() => asked.length).toBe(2);
  void keep('route', 'c');
  void keep('route', 'd');
  release();
  await expect.poll(() => asked.length).toBe(3);
  release();
  await allKept();
  expect([asked.map((a) => a.request['value']), kept('route')]).toEqual([['b', 'b', 'd'], 'd']);
});

it('tells that a command found the laptop locked', async () => {
  play({ status: () => Promise.reject(fault('fault-locked')) });
  const told: string[] = [];
  const end = onLocked(() => told.push('locked'));
  await call('status', {}).catch(() => undefined);
  end();
  expect(told).toEqual(['locked']);
});
