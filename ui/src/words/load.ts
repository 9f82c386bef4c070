import { FluentBundle, FluentResource } from '@fluent/bundle';

/** A language of the app. */
export type Language = 'fr' | 'ar' | 'en';

/** All of them, each by its own name, in the order in which they are offered. */
export const LANGUAGES: readonly { code: Language; name: string }[] = [
  { code: 'fr', name: 'Français' },
  { code: 'ar', name: 'العربية' },
  { code: 'en', name: 'English' },
];

/** Sources of messages by their file. */
export type Texts = Record<string, string>;

/** The locale that numbers, dates and plurals follow; digits are Latin everywhere. */
export const LOCALES: Record<Language, string> = { fr: 'fr-FR', ar: 'ar-MA-u-nu-latn', en: 'en-GB' };

/** One chunk a language, loaded when it is first spoken. */
const SOURCES: Record<Language, () => Promise<{ default: Texts }>> = {
  fr: () => import('./fr'),
  ar: () => import('./ar'),
  en: () => import('./en'),
};

/** French keeps `?`, `!`, `:`, `;` and what stands in « » on the line of their word; messages are written with plain spaces. */
export function typeset(language: Language, text: string): string {
  return language === 'fr' ? text.replace(/ ([?!:;»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0') : text;
}

/** Reads the messages of a language. Values are isolated only where the text runs from right to left, as the core does. */
export async function load(language: Language): Promise<FluentBundle> {
  const bundle = new FluentBundle(LOCALES[language], { useIsolating: language === 'ar' });
  const { default: texts } = await SOURCES[language]();
  for (const text of Object.values(texts)) bundle.addResource(new FluentResource(typeset(language, text)), { allowOverrides: true });
  return bundle;
}

/** The language of a locale, `ar-MA` or `en_GB.UTF-8`; French for those that the app does not speak. */
export function languageOf(locale: string | null | undefined): Language {
  const code = locale?.toLowerCase().split(/[-_.@]/)[0];
  return LANGUAGES.find((l) => l.code === code)?.code ?? 'fr';
}
