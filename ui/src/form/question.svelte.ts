// One question as the page holds it: what is saved, what is on its way, what is being typed. Each question is its own state,
// so that an answer paints one row.
import type { Failure } from '../ipc/failure';
import type { QuestionView } from '../ipc/generated';
import { date, language } from '../words';
import type { DraftField } from './draft';
import { openRemarks } from './remarks';
import { dateOf, editedOf, grouped } from './typed';
import { type Field, isTyped } from './writing';

export class Question {
  view = $state.raw<QuestionView>() as QuestionView;
  /** The newest text of each field that has no reply yet, or that did not reach the disk. */
  given = $state.raw<Partial<Record<Field, string>>>({});
  /** Why a field is not saved. */
  failures = $state.raw<Partial<Record<Field, Failure>>>({});
  /** Texts that are being typed. */
  typed = $state.raw<Partial<Record<DraftField, string>>>({});
  /** Typed before the window closed, found again. */
  restored = $state.raw<readonly DraftField[]>([]);

  /** Texts that were typed and not written are taken up where they can still be written. */
  constructor(view: QuestionView, writable: boolean) {
    this.view = view;
    if (writable) this.find(view.drafts);
  }

  /** Takes up texts that were typed and not written. */
  find(drafts: Partial<Record<string, string>>): void {
    const fields = (['value', 'comment', 'not_applicable'] as const).filter((field) => drafts[field] !== undefined);
    if (fields.length === 0) return;
    this.typed = { ...Object.fromEntries(fields.map((field) => [field, drafts[field]])), ...this.typed };
    this.restored = fields;
  }

  get path(): string {
    return this.view.path;
  }

  get value(): string {
    return this.given.value ?? this.view.value;
  }

  get comment(): string {
    return this.given.comment ?? this.view.comment ?? '';
  }

  get source(): string {
    return this.given.source ?? this.view.source ?? '';
  }

  get reason(): string {
    return this.given.not_applicable ?? this.view.not_applicable ?? '';
  }

  /** Somebody asks for something on it. */
  get remarked(): boolean {
    return openRemarks(this.view.remarks).length > 0;
  }

  /** It has an answer, or a reason to have none. */
  get answered(): boolean {
    return this.value !== '' || this.reason !== '';
  }

  /** An answer is looked for: it is no note, and nothing that the form works out by itself. */
  get asks(): boolean {
    return this.view.control !== 'note' && !this.view.readonly;
  }

  /** Why the last thing given is not saved. */
  get failure(): Failure | null {
    return Object.values(this.failures)[0] ?? null;
  }

  /** The value in words, also before the disk has answered. */
  get shown(): string {
    const fresh = this.given.value !== undefined || ['date', 'number', 'time', 'datetime'].includes(this.view.control);
    return fresh ? this.says(this.value) : this.view.shown;
  }

  /** A value of it as people read it. */
  says(value: string): string {
    const { control, choices } = this.view;
    if (control === 'date') return dateOf(value, new Date()) === value ? date(value) : value;
    if (control === 'number') return grouped(value, language());
    if (control !== 'one' && control !== 'many') return editedOf(control, value, language());
    const chosen = value.split(' ');
    return choices
      .filter((choice) => chosen.includes(choice.value))
      .map((choice) => choice.label)
      .join(language() === 'ar' ? '، ' : ', ');
  }

  /** A level of maturity, or nothing. */
  get level(): number | null {
    return this.view.levels && this.value !== '' ? Number(this.value) : null;
  }

  /** What stands in a text line now. */
  text(field: DraftField): string {
    const typed = this.typed[field];
    if (typed !== undefined) return typed;
    if (field === 'comment') return this.comment;
    if (field === 'not_applicable') return this.reason;
    return this.view.control === 'number'
      ? grouped(this.value, language())
      : editedOf(this.view.control, this.value, language());
  }

  /** A field without something: what no longer holds is left out. */
  drop(part: 'given' | 'failures', field: Field): void {
    const rest = { ...this[part] };
    delete rest[field];
    if (part === 'given') this.given = rest as typeof this.given;
    else this.failures = rest as typeof this.failures;
  }

  /** What did not reach the disk. */
  get unsaved(): Partial<Record<Field, string>> {
    return Object.fromEntries(Object.entries(this.given).filter(([field]) => this.failures[field as Field]));
  }

  /** What was given and has no failure is on the disk, or was taken back from it. */
  keepUnsaved(): void {
    this.given = this.unsaved;
    const failures = Object.entries(this.failures).filter(([field]) => this.given[field as Field] !== undefined);
    this.failures = Object.fromEntries(failures);
  }

  /** Lets go what did not reach the disk; which fields. */
  giveUp(): Field[] {
    const fields = Object.keys(this.failures) as Field[];
    for (const field of fields) {
      this.drop('given', field);
      if (isTyped(field)) this.settle(field);
    }
    this.failures = {};
    return fields;
  }

  /** It is not asked any more: what did not reach the disk does not matter. */
  forget(): void {
    if (Object.keys(this.given).length > 0) this.given = {};
    if (this.failure) this.failures = {};
  }

  /** Nothing is being typed in a line any more. */
  settle(field: DraftField): void {
    const rest = { ...this.typed };
    delete rest[field];
    this.typed = rest;
    if (this.restored.includes(field)) this.restored = this.restored.filter((one) => one !== field);
  }
}
