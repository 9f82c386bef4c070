import { has, t } from './words.svelte';

/** The name of a field for people; its code where this version has no words for it. */
export function fieldName(field: string): string {
  const id = `fields-name-${field}`;
  return has(id) ? t(id) : field;
}

/** The name of a kind of record. */
export function kindName(kind: string): string {
  const id = `fields-kind-${kind}`;
  return has(id) ? t(id) : t('fields-kind-other');
}

/** The name of an option of a field; its code where there are no words for it. */
export function optionName(field: string, code: string): string {
  const id = `fields-option-${field}-${code}`;
  return has(id) ? t(id) : code;
}
