/** Answers on their way to the disk: one at a time, in the order in which they were given, none lost. */

import type { DraftField } from './draft';

export type Field = 'value' | 'comment' | 'source' | 'not_applicable' | 'evidence' | 'detach';

/** Whether a field is typed, so that its text is kept while it is. */
export function isTyped(field: Field): field is DraftField {
  return field !== 'source' && field !== 'evidence' && field !== 'detach';
}

/** What is written in one go, of one question. */
export interface Writing {
  path: string;
  /** Each field with its text. */
  fields: Partial<Record<Field, string>>;
}

/** A writing that did not reach the disk. */
export interface Unsaved<E> {
  writing: Writing;
  error: E;
}

/** What becomes of writings. */
export interface Outcome<R, E> {
  saved(writing: Writing, reply: R): void;
  failed(unsaved: Unsaved<E>): void;
  /** Nothing is under way any more. */
  idle(): void;
}

/** The line in which writings wait. */
export class Writings<R, E = unknown> {
  #waiting: Writing[] = [];
  #running: Writing | null = null;
  #write: (writing: Writing) => Promise<R>;
  #outcome: Outcome<R, E>;
  #done: (() => void)[] = [];

  constructor(write: (writing: Writing) => Promise<R>, outcome: Outcome<R, E>) {
    this.#write = write;
    this.#outcome = outcome;
  }

  /** Writings that have no reply yet, that under way first. */
  get pending(): readonly Writing[] {
    return this.#running ? [this.#running, ...this.#waiting] : this.#waiting;
  }

  /** Whether a field of a question is still on its way. */
  holds(path: string, field: Field): boolean {
    return this.pending.some((w) => w.path === path && w.fields[field] !== undefined);
  }

  /** Puts a writing at the end. What still waits there for the same fields of the same question is replaced: nothing came
   * between, so nobody could have told the difference. */
  add(writing: Writing): void {
    const last = this.#waiting.at(-1);
    if (last && last.path === writing.path && last.fields.evidence === undefined && last.fields.detach === undefined && sameFields(last, writing)) {
      this.#waiting.pop();
    }
    this.#waiting.push(writing);
    void this.#next();
  }

  /** Done when nothing is under way. */
  settled(): Promise<void> {
    if (!this.#running && this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#done.push(resolve));
  }

  async #next(): Promise<void> {
    if (this.#running) return;
    const writing = this.#waiting.shift();
    if (!writing) return;
    this.#running = writing;
    try {
      const reply = await this.#write(writing);
      this.#running = null;
      this.#outcome.saved(writing, reply);
    } catch (error) {
      this.#running = null;
      this.#outcome.failed({ writing, error: error as E });
    }
    if (this.#waiting.length > 0) return this.#next();
    this.#outcome.idle();
    for (const done of this.#done.splice(0)) done();
  }
}

function sameFields(a: Writing, b: Writing): boolean {
  const names = (w: Writing) => Object.keys(w.fields).sort().join(' ');
  return names(a) === names(b);
}
