// An entry while it is filled: its questions, the one in focus, what is on its way to the disk.
import { type DraftField, Drafts } from './draft';
import { Hand } from './hand';
import type { Spot } from './hands';
import type { Question } from './question.svelte';
import { type Field, isTyped, type Unsaved, type Writing, Writings } from './writing';
import {
  type AnsweredView,
  call,
  type EntryFormView,
  failed,
  type Failure,
  type Filling,
  type GroupView,
  type Score,
  touches,
} from '../ipc/call';
import { keep, kept } from '../ipc/kept';
import { language } from '../words';
import { Acts } from './acts.svelte';
import { fillingOf } from './filling';
import { Questions } from './questions.svelte';
import { focusAfter, type Section, sectionsOf, unansweredAfter } from './sections';

const KEEP_DELAY_MS = 120;
/** Rows that an entry is read from. */
const KINDS = ['entry', 'answer', 'instance', 'event', 'remark', 'attachment'] as const;
/** How the questions are laid out: one in focus among its neighbours, or all of them on a page. */
export type Layout = 'focus' | 'sheet';

/** As the person laid out entries of this form; else one question in focus where answers are scored levels. */
function layoutOf(form: EntryFormView, wanted: string | null): Layout {
  if (wanted === 'focus' || wanted === 'sheet') return wanted;
  return form.score || form.questions.some((question) => question.levels) ? 'focus' : 'sheet';
}

export class EntryPage {
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
  layout = $state<Layout>('focus');
  /** The question whose reason not to apply is being written. */
  excusing = $state('');
  guided = $state(false);
  readonly sections = $derived(sectionsOf(this.groups, this.questions.order));
  /** A section without a question, where the person is. */
  #bare = $state('');
  readonly section = $derived(
    this.sections.find((one) => one.questions.length === 0 && one.path === this.#bare) ??
      this.sections.find((one) => one.questions.includes(this.current)) ?? null,
  );

  #writings: Writings<AnsweredView, Failure>;
  #drafts: Drafts;
  #hands = new Map<string, Hand>();
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
    this.#drafts = new Drafts(send, (reason) => this.fails(reason));
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
      this.fails(reason);
      return false;
    }
  }

  /** Something that belongs to no question did not succeed. */
  fails(reason: unknown): void {
    this.trouble = failed(reason);
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
    if (this.form === null) this.layout = layoutOf(form, kept(`entry.layout.${form.form_id}`));
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
    const open = (asked.find((one) => one?.remarked) ?? asked.find((one) => one?.asks && !one.answered))?.path;
    const path = last !== null && this.order.includes(last) ? last : (open ?? this.order[0] ?? '');
    this.go(path);
    const typed = this.questions.get(path)?.typed ?? {};
    if (typed.not_applicable !== undefined) this.focusedHand?.excuse();
    else if (typed.comment !== undefined && typed.value === undefined) this.focus('comment');
  }

  /** What others changed, or another screen. */
  touched(kinds: string[]): void {
    if (this.#own === 0 && touches(kinds, ...KINDS)) void this.load();
  }

  async undo(which: 'undo' | 'redo'): Promise<void> {
    await this.settled();
    const about = this.aboutAct(which)?.path;
    const done = await this.trying(() => this.quietly(() => call(which, {})));
    if (!done) return;
    this.questions.keepUnsaved();
    await this.load();
    if (about !== undefined && this.order.includes(about)) this.go(about);
  }

  /** Lays the questions out otherwise, and so again the next time. */
  lay(layout: Layout): void {
    this.layout = layout;
    void this.trying(() => keep(`entry.layout.${this.form?.form_id}`, layout));
    this.back();
  }

  /** The question that a button would change. */
  aboutAct(which: 'undo' | 'redo'): Question | undefined {
    const row = this.acts[which]?.row?.[1];
    return row === undefined ? undefined : this.questions.list().find((question) => question.view.row === row);
  }

  // Moving.

  go(path: string): void {
    if (path === '' || !this.questions.has(path)) return;
    this.enter(path);
    this.back();
  }

  /** To the question where the person is. */
  back(): void {
    this.focus(this.types(this.current) ? 'control' : 'card');
  }

  /** The person is at a question, where the focus came by itself. */
  enter(path: string): void {
    if (path !== this.current) {
      this.leaveAll();
      this.excusing = '';
    }
    this.current = path;
    this.#bare = '';
    this.#leftByAnswer = null;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.keepPlace(), KEEP_DELAY_MS);
  }

  /** Whether the answer is typed into a line. */
  types(path: string): boolean {
    const question = this.questions.get(path);
    if (!question || !this.editable || question.view.readonly || question.reason) return false;
    return ['text', 'number', 'date', 'time', 'datetime', 'point', 'line'].includes(question.view.control);
  }

  /** Goes to the next question that has no answer yet; whether there is one. */
  nextUnanswered(): boolean {
    const next = unansweredAfter(this.questions.list(), this.current);
    if (next !== undefined) this.go(next);
    return next !== undefined;
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
    if (next) this.enterSection(next);
  }

  /** To the first question of a section that has no answer; to the section itself where nothing is asked in it yet. */
  enterSection(section: Section): void {
    this.leaveAll();
    this.#bare = section.path;
    this.go(section.questions.find((one) => !this.questions.get(one)?.answered) ?? section.questions[0] ?? '');
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

  /** What a person can do with a question. */
  hand(path: string): Hand | undefined {
    const question = this.questions.get(path);
    if (!question) return undefined;
    const there = this.#hands.get(path);
    if (there?.question === question) return there;
    const made = new Hand(this, this.#drafts, question);
    this.#hands.set(path, made);
    return made;
  }

  /** The same of the one in focus. */
  get focusedHand(): Hand | undefined {
    return this.hand(this.current);
  }

  /** Chooses and goes on. */
  chooseAndGoOn(value: string): void {
    const from = this.current;
    this.focusedHand?.choose(value);
    this.move(1);
    if (this.current !== from) this.#leftByAnswer = from;
  }

  leaveAll(): void {
    this.focusedHand?.leaveAll();
  }

  retryAll(): void {
    for (const question of this.questions.list()) if (question.failure) this.hand(question.path)?.retry();
  }

  // Acts that change more than one question: what is typed is written first, everything is read again after.

  /** Whether it was done. */
  async changing(work: () => Promise<unknown>): Promise<boolean> {
    await this.settled();
    const done = await this.trying(() => this.quietly(work));
    if (done) await this.load();
    return done;
  }

  /** Writes answers past the line in which they wait. */
  fill(filling: Filling): Promise<AnsweredView> {
    return call('entry_answer', { entry: this.id, language: language(), filling });
  }

  async #write(writing: Writing): Promise<AnsweredView> {
    try {
      // A text typed earlier must not be kept after its field was written.
      await this.#drafts.flush();
      return await this.quietly(() => this.fill(fillingOf(writing)));
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

  /** Writes what is typed and drawn, and waits until nothing is under way. */
  async settled(): Promise<void> {
    this.leaveAll();
    await Promise.all([this.#drafts.flush(), ...[...this.#hands.values()].map((hand) => hand.keepDrawing())]);
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
