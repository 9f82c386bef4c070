import { language } from './words.svelte';

/** Which of its names something has in the language: the Arabic one in Arabic, where there is one. */
export function named(fr: string, ar: string | null): string {
  return language() === 'ar' && ar ? ar : fr;
}

/** A name where there is little room: without the word that all of them begin with. */
export function brief(fr: string, ar: string | null): string {
  return capital(named(fr, ar).replace(/^(coopérative|تعاونية)\s+/iu, ''));
}

/** A text that begins with a capital, where its letters have any. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
