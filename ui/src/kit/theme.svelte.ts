// Light or dark, as the page is drawn now: by the machine, or as the person chose.
import { MediaQuery } from 'svelte/reactivity';

let chosen = $state<'system' | 'light' | 'dark'>('system');
let night: MediaQuery | undefined;

/** Draws the whole page so from now on. */
export function showTheme(theme: 'system' | 'light' | 'dark'): void {
  chosen = theme;
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Whether it is dark: for what is drawn by other means than style sheets. */
export function isDark(): boolean {
  night ??= new MediaQuery('(prefers-color-scheme: dark)');
  return chosen === 'system' ? night.current : chosen === 'dark';
}
