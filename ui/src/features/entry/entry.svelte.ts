// An entry while it is filled: its questions, the one in focus, what is on its way to the disk.
import { type DraftField, Drafts } from '../../form/draft';
import type { Hands, Spot } from '../../form/hands';
import type { Question } from '../../form/question.svelte';
import { storedOf, toggled } from '../../form/typed';
import { type Field, isTyped, type Unsaved, type Writing, Writings } from '../../form/writing';
import {
  type AnsweredView,
  call,
  type EntryFormView,
  failed,
  type Failure,
  type GroupView,
  type Score,
  touches,
} from '../../ipc/call';
import { keep, kept } from '../../ipc/kept';
import { language } from '../../words';
import { Acts } from './acts.svelte';
import { fillingOf } from './filling';
import { Questions } from './questions.svelte';
import { focusAfter, sectionsOf } from './sections';

const KEEP_DELAY_MS = 120;
/** Rows that an entry is read from. */
const KINDS = ['entry', 'answer', 'instance', 'event', 'remark', 'attachment'] as const;
export class EntryPage implements Hands {
  readonly id: string;
  /** What changes only when the whole is read. */
  form = $state.raw<EntryFormView | null>(null);
  readonly questions = new Questions();
  groups = $state.raw<readonly GroupView[]>([]);
  score = $state.raw<Score | null>(null);
  current = $state('');
  /** Where the focus belongs; a new object each time it has to move. */
  target = $state.raw<{ path: string; spot: Spot }>({ path: '', spot: 'card' });
  saving = $state(false);
  savedAt = $state<string | null>(null);
  /** What did not succeed and belongs to no question. */
  trouble = $state.raw<Failure | null>(null);
  readonly acts = new Acts();
  /** The reason why the question in focus does not apply is being written. */
  excusing = $state(false);
  guided = $state(false);
  readonly sections = $derived(sectionsOf(this.groups, this.questions.order));
  readonly section = $derived(this.sections.find((one) => one.questions.includes(this.current)) ?? null);

  #writings: Writings<AnsweredView, Failure>;
  #drafts: Drafts;
  #own = 0;
  /** Readings of the whole, and answers that came back: a reading that is overtaken is not taken. */
  #reads = 0;
  #writes = 0;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  /** The question that was left by answering it, while nothing else was done since. */
  #leftByAnswer: string | null = null;

  constructor(id: string) {
    this.id = id;
    this.#writings = new Writings((writing) => this.#write(writing), {
      saved: (writing, reply) => this.#saved(writing, reply),
      failed: (unsaved) => this.#failed(unsaved),
      idle: () => {
        this.saving = false;
        void this.trying(() => this.acts.look());
      },
    });
    const send = (draft: { path: string; field: DraftField; text: string | null }) =>
      this.quietly(() =>
        call('answer_draft', { entry: id, question: draft.path, text: draft.text, field: draft.field }),
      );
    this.#drafts = new Drafts(send, (reason) => (this.trouble = failed(reason)));
  }

  get editable(): boolean {
    return this.form?.editable ?? false;
  }

  get order(): readonly string[] {
    return this.questions.order;
  }

  get unsaved(): number {
    return this.questions.unsaved;
  }

  question(path: string): Question | undefined {
    return this.questions.get(path);
  }

  get focused(): Question | undefined {
    return this.questions.get(this.current);
  }

  /** Calls without reading everything again for what this screen itself changed. */
  async quietly<T>(work: () => Promise<T>): Promise<T> {
    this.#own += 1;
    try {
      return await work();
    } finally {
      this.#own -= 1;
    }
  }

  /** Does it, or says why not; whether it was done. */
  async trying(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (reason) {
      this.trouble = failed(reason);
      return false;
    }
  }

  /** Reads the entry, in the language that is spoken now. */
  async load(): Promise<void> {
    await this.trying(async () => {
      let wrote: number;
      let form: EntryFormView;
      const mine = ++this.#reads;
      do {
        wrote = this.#writes;
        form = await call('entry_form', { entry: this.id, language: language() });
        if (mine !== this.#reads) return;
      } while (wrote !== this.#writes);
      this.#take(form);
      await this.acts.look();
    });
  }

  #take(form: EntryFormView): void {
    const before = this.order;
    const order = form.questions.map((view) => view.path);
    this.questions.take(form.questions, order, form.editable);
    this.form = form;
    this.groups = form.groups;
    this.score = form.score;
    if (before.length === 0) this.#begin();
    else if (!this.order.includes(this.current)) this.go(focusAfter(before, this.order, this.current, null));
  }

  /** Back to the question where the person was, and to the line where something was being typed. */
  #begin(): void {
    const last = kept(`entry.${this.id}`);
    const asked = this.editable ? this.order.map((path) => this.question(path)) : [];
    const open = (asked.find((one) => one?.remarked) ?? asked.find((one) => one?.answered === false))?.path;
    const path = last !== null && this.order.includes(last) ? last : (open ?? this.order[0] ?? '');
    this.go(path);
    const typed = this.questions.get(path)?.typed ?? {};
    if (typed.not_applicable !== undefined) this.excuse();
    else if (typed.comment !== undefined && typed.value === undefined) this.focus('comment');
  }

  /** What others changed, or another screen. */
  touched(kinds: string[]): void {
    if (this.#own === 0 && touches(kinds, ...KINDS)) void this.load();
  }

  async undo(which: 'undo' | 'redo'): Promise<void> {
    await this.settled();
    const about = this.acts.about(this.acts[which]);
    const done = await this.trying(() => this.quietly(() => call(which, {})));
    if (!done) return;
    this.questions.keepUnsaved();
    await this.load();
    if (about !== undefined && this.order.includes(about)) this.go(about);
  }

  // Moving.

  go(path: string): void {
    if (path === '' || !this.questions.has(path)) return;
    if (path !== this.current) {
      this.leaveAll();
      this.excusing = false;
    }
    this.current = path;
    this.#leftByAnswer = null;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.keepPlace(), KEEP_DELAY_MS);
    this.focus(this.#types(path) ? 'control' : 'card');
  }

  #types(path: string): boolean {
    const question = this.questions.get(path);
    if (!question || !this.editable || question.view.readonly || question.reason) return false;
    return ['text', 'number', 'date', 'time'].includes(question.view.control);
  }

  focus(spot: Spot): void {
    this.target = { path: this.current, spot };
  }

  async keepPlace(): Promise<void> {
    clearTimeout(this.#keeping);
    await this.trying(() => keep(`entry.${this.id}`, this.current));
  }

  move(steps: number): void {
    const at = this.order.indexOf(this.current) + steps;
    const path = this.order[Math.min(Math.max(at, 0), this.order.length - 1)];
    if (path !== undefined && path !== this.current) this.go(path);
    else this.leaveAll();
  }

  moveSection(steps: number): void {
    const at = this.sections.findIndex((one) => one === this.section);
    const next = this.sections[at + steps];
    const path = next?.questions.find((one) => !this.questions.get(one)?.answered) ?? next?.questions[0];
    if (path !== undefined) this.go(path);
  }

  // Answering.

  give(path: string, fields: Writing['fields']): void {
    const question = this.questions.get(path);
    if (!question || !this.editable) return;
    question.given = { ...question.given, ...fields };
    for (const field of Object.keys(fields) as Field[]) if (question.failures[field]) question.drop('failures', field);
    this.saving = true;
    this.#writings.add({ path, fields });
    this.questions.count();
  }

  choose(value: string): void {
    const question = this.focused;
    if (!question || question.view.readonly) return;
    const { control, choices } = question.view;
    const next = control === 'many' ? toggled(question.value, value, choices.map((choice) => choice.value)) : value;
    // Choosing what stands there settles a disagreement on it.
    if (next === question.value && !question.view.provisional && question.reason === '' && !question.failures.value) return;
    this.give(question.path, question.reason ? { value: next, not_applicable: '' } : { value: next });
    this.excusing = false;
  }

  /** Chooses and goes on. */
  chooseAndGoOn(value: string): void {
    const from = this.current;
    this.choose(value);
    this.move(1);
    if (this.current !== from) this.#leftByAnswer = from;
  }

  source(code: string): void {
    const question = this.focused;
    if (question) this.give(question.path, { source: question.source === code ? '' : code });
  }

  excuse(): void {
    if (!this.editable || !this.focused?.view.may_not_apply) return;
    this.excusing = true;
    this.focus('reason');
  }

  applies(): void {
    const question = this.focused;
    if (!question) return;
    this.#letGo(question, 'not_applicable');
    this.excusing = false;
    if (question.reason) this.give(question.path, { not_applicable: '' });
    this.focus(this.#types(question.path) ? 'control' : 'card');
  }

  type(field: DraftField, text: string): void {
    const question = this.focused;
    if (!question || !this.editable) return;
    question.typed = { ...question.typed, [field]: text };
    this.#drafts.type({ path: question.path, field, text });
  }

  leave(field: DraftField): void {
    const question = this.focused;
    if (question) this.#leave(question, field);
  }

  #leave(question: Question, field: DraftField): void {
    const typed = question.typed[field];
    if (typed === undefined) return;
    const text = field === 'value' ? storedOf(question.view.control, typed, new Date()) : typed.trim();
    const saved = field === 'value' ? question.value : field === 'comment' ? question.comment : question.reason;
    if (text === saved && question.failures[field] === undefined) {
      this.#letGo(question, field);
      return;
    }
    this.#drafts.forget(question.path, field);
    question.settle(field);
    this.give(question.path, { [field]: text });
    if (field === 'not_applicable') this.excusing = false;
  }

  /** What is typed in a line is not wanted. */
  #letGo(question: Question, field: DraftField): void {
    if (question.typed[field] === undefined) return;
    question.settle(field);
    this.#drafts.type({ path: question.path, field, text: null });
  }

  /** Leaves the reason without keeping it. */
  cancelExcuse(): void {
    if (this.focused) this.#letGo(this.focused, 'not_applicable');
    this.excusing = false;
    this.focus('card');
  }

  leaveAll(): void {
    const question = this.focused;
    if (!question) return;
    for (const field of ['value', 'comment', 'not_applicable'] as const) this.#leave(question, field);
  }

  retry(path = this.current): void {
    const question = this.questions.get(path);
    if (!question) return;
    const fields = question.unsaved;
    question.failures = {};
    if (Object.keys(fields).length > 0) this.give(path, fields);
    else this.questions.count();
  }

  retryAll(): void {
    for (const question of this.questions.list()) if (question.failure) this.retry(question.path);
  }

  giveUp(): void {
    const question = this.focused;
    if (!question) return;
    // What was typed lies on the disk as long as its write did not succeed.
    for (const field of question.giveUp().filter(isTyped)) this.#drafts.type({ path: question.path, field, text: null });
    this.questions.count();
  }

  async #write(writing: Writing): Promise<AnsweredView> {
    try {
      // A text typed earlier must not be kept after its field was written.
      await this.#drafts.flush();
      return await this.quietly(() => call('entry_answer', { entry: this.id, language: language(), filling: fillingOf(writing) }));
    } catch (reason) {
      throw failed(reason);
    }
  }

  #saved(writing: Writing, reply: AnsweredView): void {
    this.#writes += 1;
    const before = this.order;
    this.questions.take(reply.changed, reply.order, this.editable);
    const question = this.questions.get(writing.path);
    for (const field of Object.keys(writing.fields) as Field[]) {
      if (!this.#writings.holds(writing.path, field)) question?.drop('given', field);
      // The write took the kept text away, also the newer one that is being typed.
      const text = isTyped(field) ? question?.typed[field] : undefined;
      if (isTyped(field) && text !== undefined) this.#drafts.type({ path: writing.path, field, text });
    }
    if (before !== this.order) {
      const next = focusAfter(before, reply.order, this.current, this.#leftByAnswer);
      if (next !== this.current) this.go(next);
    }
    this.groups = reply.groups;
    this.score = reply.score;
    this.savedAt = reply.saved_at;
    this.acts.wrote(writing.path);
    if (this.form) this.form = { ...this.form, answered: reply.answered, asked: reply.asked, missing: reply.missing };
  }

  #failed({ writing, error }: Unsaved<Failure>): void {
    const question = this.questions.get(writing.path);
    if (!question) return;
    if (!this.questions.has(writing.path)) return question.forget();
    const fields = (Object.keys(writing.fields) as Field[]).filter(
      (field) => !this.#writings.holds(writing.path, field),
    );
    question.failures = { ...question.failures, ...Object.fromEntries(fields.map((field) => [field, error])) };
    this.questions.count();
  }

  /** The first question whose answer is not saved. */
  firstUnsaved(): string | undefined {
    return this.order.find((path) => this.questions.get(path)?.failure);
  }

  /** Writes what is typed and waits until nothing is under way. */
  async settled(): Promise<void> {
    this.leaveAll();
    await this.#drafts.flush();
    await this.#writings.settled();
  }

  /** Writes what is typed and keeps the place; whether everything is on the disk. */
  async left(): Promise<boolean> {
    await this.settled();
    await this.keepPlace();
    return this.unsaved === 0;
  }

  /** The window is left: what is typed goes to the disk as typed. */
  flush(): void {
    void this.#drafts.flush();
    void this.keepPlace();
  }
}
