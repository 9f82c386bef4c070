// Where the focus goes when what had it is gone.
import { tick } from 'svelte';

const FIRST = ['[aria-invalid="true"]', 'form :is(input, button, select):enabled', 'button:enabled'];

/** Once the page is drawn again: if nothing is in focus any more, what is wrong inside `box` is, else the first thing to act on. */
export async function keepFocus(box: Element | undefined): Promise<void> {
  await tick();
  if (document.activeElement !== document.body) return;
  const found = FIRST.map((which) => box?.querySelector<HTMLElement>(which)).find((element) => element);
  found?.focus();
}
