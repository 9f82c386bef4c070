// What a person chose is found again; what was never chosen, or is unknown, is as usual.
import { expect, test } from 'vitest';

import { restoreKept } from './kept';
import { play } from './played';
import { settings } from './settings.svelte';

test('choices are kept one by one, and read again', async () => {
  restoreKept({});
  settings.restore();
  const asked = play({ keep_page_state: () => null });
  await settings.set({ theme: 'dark', letters: false });
  expect(asked.map(({ request }) => [request['key'], request['value']])).toEqual([
    ['settings.theme', 'dark'],
    ['settings.letters', 'false'],
  ]);
  restoreKept({ 'settings.theme': 'dark', 'settings.letters': 'false', 'settings.zoom': '150', 'settings.autolock': '7', 'settings.motion': '' });
  settings.restore();
  expect([settings.theme, settings.letters, settings.zoom, settings.autolock, settings.motion]).toEqual(['dark', false, 150, 15, 'system']);
});

test('the size goes by steps and stays between 80 and 200', async () => {
  play({ keep_page_state: () => null });
  await settings.set({ zoom: 100 });
  const sizes: number[] = [];
  for (const step of [1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1] as const) {
    await settings.zoomBy(step);
    sizes.push(settings.zoom);
  }
  expect(sizes).toEqual([110, 125, 150, 175, 200, 200, 175, 150, 125, 110, 100, 90, 80, 80, 80]);
});
