// What is written of a question, as the door takes it.
import type { Field, Writing } from './writing';
import type { Filling } from '../ipc/call';

const FIELDS = {
  value: 'answers',
  comment: 'comment',
  source: 'source',
  not_applicable: 'not_applicable',
  evidence: 'evidence',
  detach: 'detach',
} as const;

export function fillingOf({ path, fields }: Writing): Filling {
  const filling: Filling = {};
  for (const [field, text] of Object.entries(fields) as [Field, string][]) filling[FIELDS[field]] = [[path, text]];
  return filling;
}
