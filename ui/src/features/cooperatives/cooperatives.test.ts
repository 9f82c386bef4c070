// The list while it is read: only the newest reading is shown, and whatever changes a row is read again.
import { expect, test } from 'vitest';

import { call } from '../../ipc/call';
import { play } from '../../ipc/played';
import { Cooperatives } from './cooperatives.svelte';

test('a reading that another overtook is not shown', async () => {
  const open: ((rows: unknown) => void)[] = [];
  play({ places: () => ({ provinces: [], sectors: [] }), cooperatives: () => new Promise((done) => open.push(done)) });
  const list = new Cooperatives();
  const both = [list.read(), list.read()];
  await expect.poll(() => open.length).toBe(2);
  open[1]?.({ rows: [] });
  open[0]?.({ rows: [{ id: 'old' }] });
  await Promise.all(both);
  expect(list.rows).toEqual([]);
});

test('people, groups of answers and forms change what a row says', async () => {
  for (const kind of ['person', 'instance', 'form', 'answer']) {
    const asked = play({ cooperatives: () => ({ rows: [] }), places: () => ({}), keep_page_state: () => null }, [kind]);
    const end = new Cooperatives().follow();
    await call('undo', {});
    await expect.poll(() => asked.map((one) => one.name)).toContain('cooperatives');
    end();
  }
});
