// What goes to the shell and what comes back: the request as JSON, touched kinds told, faults as failures with their code.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';

import { speak } from '../words';
import { call, failed, Failure, onTouched, touches } from './call';
import { keep, kept, restoreKept } from './kept';

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
