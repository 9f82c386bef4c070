// Leaving a screen, locking, and finding the laptop locked.
import { beforeEach, expect, test, vi } from 'vitest';

import { desk } from './desk.svelte';
import { exchange } from './features/exchange/exchange.svelte';
import { call, type OpenedView } from './ipc/call';
import { type Asked, fault, play } from './ipc/played';
import { HOME } from './screen/route';

vi.mock('@tauri-apps/api/event', () => ({ listen: () => Promise.resolve(() => {}) }));
vi.stubGlobal('addEventListener', () => {});
vi.stubGlobal('removeEventListener', () => {});

const opened: OpenedView = { person: 'Amina', role: 'coach', programme: 'Souss-Massa', demonstration: false, page: {} };
let locked: boolean;
let asked: Asked[];
/** What was shown when the shell was asked to lock. */
let shown: unknown;
const names = () => asked.map((one) => one.name);

beforeEach(async () => {
  locked = false;
  asked = play({
    laptop: () => ({ state: locked ? 'locked' : 'open', demonstration: false, version: '1', opened: locked ? null : opened }),
    lock: () => {
      [shown, locked] = [desk.opened ?? desk.locking, true];
    },
    status: () => {
      if (locked) throw fault('fault-locked');
      return { central: null };
    },
  });
  [desk.guard, desk.opened, desk.held] = [null, null, null];
  await desk.look();
});

test('a screen is left once it is saved, and otherwise only on request', async () => {
  let saved = () => {};
  desk.guard = () => new Promise((done) => (saved = () => done(true)));
  const going = desk.go({ screen: 'exchange' });
  expect(desk.route.screen).toBe('today');
  saved();
  await going;
  expect(desk.route.screen).toBe('exchange');

  desk.guard = () => Promise.resolve(false);
  await desk.go({ screen: 'cooperatives' });
  expect([desk.route.screen, desk.held === null]).toEqual(['exchange', false]);
  desk.stay();
  await desk.lock();
  expect([desk.opened, names().includes('lock')]).toEqual([opened, false]);
  await desk.held?.();
  expect([desk.opened, desk.held, names().includes('lock')]).toEqual([null, null, true]);
});

test('the way back goes through the screens that were seen, and ends at home', async () => {
  await desk.go({ screen: 'exchange' });
  await desk.go({ screen: 'entry', entry: '1' });
  await desk.go({ screen: 'entry', entry: '1' }); // where one already is, is no step
  await desk.go({ screen: 'entry', entry: '2' });
  const seen: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    await desk.back();
    seen.push('entry' in desk.route ? desk.route.entry : desk.route.screen);
  }
  const home = HOME.screen;
  expect(seen).toEqual(['1', 'exchange', home, home, home]);

  // What is not saved holds the way back too, and the step is not lost.
  await desk.go({ screen: 'exchange' });
  desk.guard = () => Promise.resolve(false);
  await desk.back();
  expect(desk.route.screen).toBe('exchange');
  desk.guard = null;
  await desk.held?.();
  expect(desk.route.screen).toBe(home);
});

test('the language chosen before opening stays the person\'s own', async () => {
  await desk.lock();
  await desk.say('ar');
  expect(names()).not.toContain('keep_page_state');
  locked = false;
  await desk.enter(opened);
  expect(asked.find((one) => one.name === 'keep_page_state')?.request).toEqual({ key: 'language', value: 'ar' });
  await desk.say('fr');
});

test('the window closes once everything is saved', async () => {
  desk.guard = () => Promise.resolve(false);
  await desk.leaveAll();
  expect([names().includes('close'), desk.held === null]).toEqual([false, false]);
  desk.guard = () => Promise.resolve(true);
  await desk.leaveAll();
  expect(names().at(-1)).toBe('close');
});

test('locking hides everything at once and leaves nothing of the session', async () => {
  exchange.status = { central: 'E:' } as typeof exchange.status;
  await desk.lock();
  expect(shown).toBe(true);
  expect([desk.locking, desk.laptop?.state, desk.status, exchange.status]).toEqual([false, 'locked', null, null]);
});

test('a command that finds the laptop locked closes the screens', async () => {
  const end = desk.follow();
  locked = true;
  await call('status', {}).catch(() => undefined);
  await expect.poll(() => desk.opened).toBeNull();
  expect(desk.laptop?.state).toBe('locked');
  end();
});

test('what cannot be locked is told, and the screens are there again', async () => {
  play({
    laptop: () => ({ state: 'open', demonstration: false, version: '1', opened }),
    lock: () => Promise.reject(fault('fault-busy')),
    status: () => ({ central: null }),
  });
  await desk.lock();
  expect([desk.locking, desk.opened, desk.trouble?.code]).toEqual([false, opened, 'fault-busy']);
});
