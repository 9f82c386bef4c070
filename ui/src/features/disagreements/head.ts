// How a disagreement and its record are called, and how it is decided by hand.
import type { AuthorView, DisagreementView, HeadView } from '../../ipc/call';
import { date, type Language, t } from '../../words';

/** The cooperative in the language spoken, where it has that name. */
export function cooperativeOf(head: HeadView, language: Language): string {
  const named = head.cooperative;
  if (!named) return '';
  return (language === 'ar' ? named.name_ar || named.name_fr : named.name_fr || named.name_ar) || '';
}

/** Which record: the cooperative, then what it is. */
export function placeOf(head: HeadView, language: Language, kindName: (kind: string) => string, form?: string): string {
  const own = (form ?? head.name).replace(/\d{4}-\d{2}-\d{2}/g, (day) => date(day, 'short'));
  // A cooperative is its own record; an answer is told by its form.
  const what = head.kind === 'cooperative' ? '' : own && head.kind !== 'answer' ? t('disagreements-named', { kind: kindName(head.kind), name: own }) : own || kindName(head.kind);
  return [cooperativeOf(head, language), what].filter(Boolean).join(t('words-comma'));
}

/** What people disagree on: the question, else the field. */
export function titleOf(conflict: DisagreementView, fieldName: (field: string) => string): string {
  const question = conflict.answer?.question;
  if (!question) return fieldName(conflict.field);
  return conflict.field === 'value' ? question.label : `${question.label}${t('disagreements-of')}${fieldName(conflict.field)}`;
}

/** On which laptop, where that says more than the person's name. */
export function laptopOf(author: AuthorView): string {
  if (author.here) return t('disagreements-here');
  return author.laptops > 1 ? t('disagreements-laptop', { n: author.laptop, day: author.since ? date(author.since, 'short') : '–' }) : t('disagreements-own-laptop');
}

/** The next matter takes the place of the one that was decided: the second half of a double click decides nothing about it. */
export function once(event: MouseEvent, decide: () => void): void {
  if (event.detail < 2) decide();
}
