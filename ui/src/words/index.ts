// Everything that a person reads goes through here: messages, dates, numbers.
export { fieldName, kindName, optionName } from './fields';
export { ago, bytes, clock, date, dayName, moment, month, monthNames, monthOnly, number, percent, signed } from './figures';
export { type Language, LANGUAGES, languageOf } from './load';
export { brief, capital, named } from './names';
export { plain, terms } from './plain';
export { type Args, direction, has, language, locale, speak, t } from './words.svelte';
