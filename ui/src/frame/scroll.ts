/** How far each screen was scrolled, kept for when the person comes back to it. */
import type { Attachment } from 'svelte/attachments';

import { keep, kept } from '../ipc/kept';

const KEY = 'scroll';
/** Screens that are remembered, the last ones. */
const SCREENS = 30;
const PAUSE_MS = 300;
/** How long a screen may take until it is as high as it was. */
const WAIT_MS = 2_000;

type Places = [route: string, top: number][];

/** The places without this route, and with it at the end where it is scrolled. */
export function moved(places: Places, route: string, top: number): Places {
  const others = places.filter(([one]) => one !== route);
  return (top > 0 ? [...others, [route, top] as [string, number]] : others).slice(-SCREENS);
}

export function readPlaces(text: string | null): Places {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter((one): one is [string, number] => Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'number') : [];
  } catch {
    return []; // what another version kept is not worth an error
  }
}

/** Brings what scrolls to where this route was, and keeps where it goes. */
export function scrollKept(route: string): Attachment<HTMLElement> {
  return (element) => {
    let wanted = readPlaces(kept(KEY)).find(([one]) => one === route)?.[1] ?? 0;
    element.scrollTop = wanted;
    // It grows while its rows come; whoever scrolls first decides.
    const grown = new ResizeObserver(() => {
      if (wanted > 0) element.scrollTop = wanted;
    });
    const seen = new MutationObserver(() => {
      for (const child of element.children) grown.observe(child);
    });
    seen.observe(element, { childList: true });
    for (const child of element.children) grown.observe(child);
    const settle = () => {
      wanted = 0;
      grown.disconnect();
      seen.disconnect();
    };
    const late = setTimeout(settle, WAIT_MS);
    let pause: ReturnType<typeof setTimeout> | undefined;
    let top = element.scrollTop;
    const write = () => {
      // Where somebody was is no work: a disk that is full says so when there is some.
      keep(KEY, JSON.stringify(moved(readPlaces(kept(KEY)), route, Math.round(top)))).catch(() => undefined);
    };
    const scrolled = () => {
      top = element.scrollTop;
      if (wanted > 0 && Math.abs(top - wanted) < 2) return settle();
      clearTimeout(pause);
      pause = setTimeout(write, PAUSE_MS);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    for (const name of ['wheel', 'keydown', 'pointerdown'] as const) element.addEventListener(name, settle, { passive: true, once: true });
    // Whatever takes the focus is in sight; the heading takes it wherever the screen is scrolled to.
    const focused = ({ target }: FocusEvent) => !(target instanceof HTMLHeadingElement) && settle();
    element.addEventListener('focusin', focused);
    return () => {
      clearTimeout(late);
      clearTimeout(pause);
      settle();
      element.removeEventListener('scroll', scrolled);
      element.removeEventListener('focusin', focused);
      for (const name of ['wheel', 'keydown', 'pointerdown'] as const) element.removeEventListener(name, settle);
      write();
    };
  };
}
