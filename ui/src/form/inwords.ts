// What a form says, as people write it: a day that an answer put into a label stands in it as the form keeps it.
import type { QuestionView } from '../ipc/call';
import { date } from '../words';

/** A day alone, not a part of a number or of a moment. */
const DAY = /(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])/g;

export function inWords(text: string): string {
  return text.replace(DAY, (day) => date(day));
}

/** A question with the days in its label and hint in words. */
export function readable(view: QuestionView): QuestionView {
  return { ...view, label: inWords(view.label), hint: view.hint && inWords(view.hint) };
}
