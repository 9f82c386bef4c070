import { beforeEach, expect, it } from 'vitest';

import { toasts } from '../kit/toasts.svelte';
import { stray } from './strays';

beforeEach(() => toasts.clear());

/** What becomes of something let go: whether it is kept from the window, and how often it is told. */
function letGo(type: 'drop' | 'dragover', of: string, taken = false): [boolean, number] {
  const event = Object.assign(new Event(type, { cancelable: true }), { dataTransfer: { types: [of] } });
  if (taken) event.preventDefault();
  stray(event as unknown as DragEvent);
  return [event.defaultPrevented, toasts.shown.length];
}

it('files that nothing takes stay out of the window, and it is said; what is taken goes its way', () => {
  expect(letGo('dragover', 'Files')).toEqual([true, 0]);
  expect(letGo('drop', 'Files', true)).toEqual([true, 0]);
  expect(letGo('drop', 'text/plain')).toEqual([false, 0]);
  expect(letGo('drop', 'Files')).toEqual([true, 1]);
});
