// The keys that act on the screen there is: screens tell them, the help on ? lists them.
import { untrack } from 'svelte';

let alone = $state(true);

/** Whether digits, letters and signs act by themselves from now on: a person may switch them off. */
export function useKeysAlone(act: boolean): void {
  alone = act;
}

export function keysAlone(): boolean {
  return alone;
}

/** Whether this is what is printed on a key that acts by itself; arrows and named keys always act. */
export function isAlone(name: string): boolean {
  return /^[^←→↑↓](–.)?$/u.test(name);
}

export interface KeyGroup {
  title: string;
  /** Keys as they are printed, and what they do. */
  keys: readonly { keys: readonly string[]; label: string }[];
}

let told = $state.raw<readonly (() => KeyGroup)[]>([]);

/** Tells the keys of a screen while it is there: an effect. Words are asked for when they are shown. */
export function tellKeys(group: () => KeyGroup): () => void {
  // The screen that tells its keys does not follow what others tell.
  told = [...untrack(() => told), group];
  return () => {
    told = untrack(() => told).filter((one) => one !== group);
  };
}

/** What is told now. */
export function keysTold(): KeyGroup[] {
  return told.map((group) => group());
}
