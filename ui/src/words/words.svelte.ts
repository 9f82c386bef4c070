import type { FluentBundle, FluentVariable } from '@fluent/bundle';
import { FluentNumber } from '@fluent/bundle';

import { type Language, languageOf, load, LOCALES } from './load';

/** Values of a message: numbers choose its plural; text of whole numbers, as the core sends it, does so too. */
export type Args = Record<string, string | number>;

let spoken = $state<Language>('fr');
let bundles = $state.raw<Partial<Record<Language, FluentBundle>>>({});

async function bring(language: Language): Promise<void> {
  if (bundles[language]) return;
  const bundle = await load(language);
  bundles = { ...bundles, [language]: bundle };
}

/** Changes the language of everything that is shown. French comes along, for what another language lacks. */
export async function speak(locale: string | null | undefined): Promise<void> {
  const next = languageOf(locale);
  await bring(next);
  spoken = next;
  if (next !== 'fr') void bring('fr');
}

/** The language spoken now. */
export function language(): Language {
  return spoken;
}

/** The locale that its numbers and dates follow. */
export function locale(): string {
  return LOCALES[spoken];
}

/** Which way its text runs. */
export function direction(): 'rtl' | 'ltr' {
  return spoken === 'ar' ? 'rtl' : 'ltr';
}

function variable(value: string | number): FluentVariable {
  const whole = typeof value === 'string' && value.length < 16 && String(Number(value)) === value;
  return whole && Number.isInteger(Number(value)) ? new FluentNumber(Number(value), { useGrouping: false }) : value;
}

/** Whether there is such a message. */
export function has(id: string): boolean {
  return [bundles[spoken], bundles.fr].some((bundle) => bundle?.hasMessage(id));
}

/** A message in the language spoken, else in French, else its own name. */
export function t(id: string, args: Args = {}): string {
  const values = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, variable(value)]));
  for (const bundle of [bundles[spoken], bundles.fr]) {
    const pattern = bundle?.getMessage(id)?.value;
    // A missing value shows by its name, as in the core; the list takes the error that would be thrown.
    if (bundle && pattern) return bundle.formatPattern(pattern, values, []);
  }
  return id;
}
