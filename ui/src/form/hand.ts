// What a person does with one question of an entry.
import { call, failed } from '../ipc/call';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../words';
import type { DraftField, Drafts } from './draft';
import type { EntryPage } from './entry.svelte';
import { base64Of } from './file';
import type { Hands } from './hands';
import type { Question } from './question.svelte';
import { storedOf, toggled } from './typed';
import { type Field, isTyped } from './writing';

/** Types of question whose answer is a recording. */
const RECORDED = ['audio', 'video'];

export class Hand implements Hands {
  readonly question: Question;
  #page: EntryPage;
  #drafts: Drafts;
  #drawing: (() => Promise<File | null>) | null = null;

  constructor(page: EntryPage, drafts: Drafts, question: Question) {
    this.#page = page;
    this.#drafts = drafts;
    this.question = question;
  }

  give(fields: Partial<Record<Field, string>>): void {
    this.#page.give(this.question.path, fields);
  }

  choose(value: string): void {
    const { question } = this;
    if (question.view.readonly) return;
    const { control, choices } = question.view;
    const next = control === 'many' ? toggled(question.value, value, choices.map((choice) => choice.value)) : value;
    // Choosing what stands there settles a disagreement on it.
    if (next === question.value && !question.view.provisional && question.reason === '' && !question.failures.value) return;
    this.give(question.reason ? { value: next, not_applicable: '' } : { value: next });
    this.#page.excusing = '';
  }

  source(code: string): void {
    this.give({ source: this.question.source === code ? '' : code });
  }

  excuse(): void {
    const { may_not_apply, control, readonly } = this.question.view;
    if (!this.#page.editable || !may_not_apply || control === 'note' || readonly) return;
    this.#page.enter(this.question.path);
    this.#page.excusing = this.question.path;
    this.#page.focus('reason');
  }

  applies(): void {
    this.#letGo('not_applicable');
    this.#page.excusing = '';
    if (this.question.reason) this.give({ not_applicable: '' });
    this.#page.focus(this.#page.types(this.question.path) ? 'control' : 'card');
  }

  type(field: DraftField, text: string): void {
    if (!this.#page.editable) return;
    this.question.typed = { ...this.question.typed, [field]: text };
    this.#drafts.type({ path: this.question.path, field, text });
  }

  leave(field: DraftField): void {
    const { question } = this;
    const typed = question.typed[field];
    if (typed === undefined) return;
    const text = field === 'value' ? storedOf(question.view.control, typed, new Date()) : typed.trim();
    const saved = field === 'value' ? question.value : field === 'comment' ? question.comment : question.reason;
    if (text === saved && question.failures[field] === undefined) return this.#letGo(field);
    this.#drafts.forget(question.path, field);
    question.settle(field);
    this.give({ [field]: text });
    if (field === 'not_applicable') this.#page.excusing = '';
  }

  leaveAll(): void {
    for (const field of ['value', 'comment', 'not_applicable'] as const) this.leave(field);
  }

  /** What is typed in a line is not wanted. */
  #letGo(field: DraftField): void {
    if (this.question.typed[field] === undefined) return;
    this.question.settle(field);
    this.#drafts.type({ path: this.question.path, field, text: null });
  }

  /** Leaves the reason without keeping it. */
  cancelExcuse(): void {
    this.#letGo('not_applicable');
    this.#page.excusing = '';
    this.#page.focus('card');
  }

  retry(): void {
    const fields = this.question.unsaved;
    this.question.failures = {};
    if (Object.keys(fields).length > 0) this.give(fields);
    else this.#page.questions.count();
  }

  giveUp(): void {
    const { path } = this.question;
    // What was typed lies on the disk as long as its write did not succeed.
    for (const field of this.question.giveUp().filter(isTyped)) this.#drafts.type({ path, field, text: null });
    this.#page.questions.count();
  }

  attach(file?: File): void {
    if (this.#page.editable && !this.question.view.readonly) void this.#attached(file);
  }

  async #attached(file?: File): Promise<void> {
    const { view } = this.question;
    try {
      const made = await this.#page.quietly(async () => {
        const on = { kind: 'entry', id: this.#page.id };
        if (file) return call('attach_bytes', { ...on, name: file.name, data: await base64Of(file) });
        const picked = await call('pick', { what: RECORDED.includes(view.type) ? 'recording' : 'evidence' });
        return picked && call('attach', { ...on, path: picked.token });
      });
      if (!made) return;
      this.give(view.control === 'file' ? { evidence: made.id, value: made.name } : { evidence: made.id });
    } catch (reason) {
      // Told beside the question; nothing was given that could be tried again.
      this.question.failures = { ...this.question.failures, evidence: failed(reason) };
      this.#page.questions.count();
    }
  }

  draws(drawing: (() => Promise<File | null>) | null): void {
    this.#drawing = drawing;
  }

  async keepDrawing(): Promise<void> {
    const drawing = this.#drawing;
    this.#drawing = null;
    const file = await drawing?.();
    if (!file) return;
    await this.#attached(file);
    if (this.question.failures.evidence) this.#drawing = drawing;
  }

  detach(id: string): void {
    const { view } = this.question;
    const answer = view.control === 'file' && view.files.find((file) => file.id === id)?.name === this.question.value;
    // Of several, another is the answer now.
    const next = view.files.find((file) => file.id !== id)?.name ?? '';
    this.give(answer ? { detach: id, value: next } : { detach: id });
  }

  save(id: string): void {
    void this.#page.trying(async () => {
      const folder = await call('pick', { what: 'saved' });
      if (!folder) return;
      await call('save_attachment', { id, dest: folder.token });
      const name = this.question.view.files.find((file) => file.id === id)?.name ?? '';
      toasts.say(t('cooperative-file-saved', { name, folder: folder.name }));
    });
  }
}
