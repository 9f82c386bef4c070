// What is typed and not saved is found again.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const { call } = vi.hoisted(() => ({ call: vi.fn<(name: string, asked: unknown) => Promise<unknown>>() }));
vi.mock('../ipc/call', async (real) => ({ ...(await real<object>()), call }));

import { restoreKept } from '../ipc/kept';
import { DRAFT_DELAY_MS } from './draft';
import { Unsaved } from './unsaved';

beforeEach(() => {
  vi.useFakeTimers();
  restoreKept({});
  call.mockReset();
  call.mockResolvedValue({});
});
afterEach(() => {
  vi.useRealTimers();
});

const sent = () => call.mock.calls.map(([, asked]) => (asked as { value: string | null }).value);

it('keeps the newest after a pause, and lets it go once it is saved', async () => {
  const unsaved = new Unsaved<{ note: string }>('plan.update.1', () => undefined);
  expect(unsaved.found()).toBeNull();
  unsaved.note({ note: 'Cah' });
  unsaved.note({ note: 'Cahier' });
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS);
  expect(sent()).toEqual(['{"note":"Cahier"}']);
  expect(new Unsaved<{ note: string }>('plan.update.1', () => undefined).found()).toEqual({ note: 'Cahier' });
  unsaved.note({ note: 'Cahier ou' });
  unsaved.gone();
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS);
  expect(sent()).toEqual(['{"note":"Cahier"}', null]);
  expect(unsaved.found()).toBeNull();
});

it('reads nothing out of what it did not write, and tells what cannot be kept', async () => {
  restoreKept({ 'typed.plan.update.1': '{"note":', 'typed.plan.update.2': '7' });
  for (const n of ['1', '2']) expect(new Unsaved(`plan.update.${n}`, () => undefined).found()).toBeNull();
  const told: string[] = [];
  call.mockRejectedValue({ code: 'fault-full', args: {}, message: 'plein' });
  const unsaved = new Unsaved<{ note: string }>('plan.new', (failure) => told.push(failure.message));
  unsaved.note({ note: 'x' });
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS);
  expect(told).toEqual(['plein']);
});
