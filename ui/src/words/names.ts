import { language } from './words.svelte';

/** Which of its names something has in the language: the Arabic one in Arabic, where there is one. */
export function named(fr: string, ar: string | null): string {
  return language() === 'ar' && ar ? ar : fr;
}
