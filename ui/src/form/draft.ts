/** What is being typed, kept on the disk shortly after each pause, and at once when the field or the window is left. */

export const DRAFT_DELAY_MS = 150;

export type DraftField = 'value' | 'comment' | 'not_applicable';

export interface Draft {
  path: string;
  field: DraftField;
  /** Nothing takes the kept text away. */
  text: string | null;
}

/** Sends drafts one after the other; of each field only the newest. */
export class Drafts {
  #waiting = new Map<string, Draft>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();
  #send: (draft: Draft) => Promise<unknown>;
  #failed: (error: unknown) => void;

  constructor(send: (draft: Draft) => Promise<unknown>, failed: (error: unknown) => void) {
    this.#send = send;
    this.#failed = failed;
  }

  /** A field reads otherwise now. */
  type(draft: Draft): void {
    this.#waiting.set(key(draft), draft);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), DRAFT_DELAY_MS);
  }

  /** The field is being written: what waits for it is out of date. */
  forget(path: string, field: DraftField): void {
    this.#waiting.delete(key({ path, field }));
  }

  /** Sends what waits; done when it is on the disk. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const draft of due) {
      this.#sending = this.#sending.then(() => this.#send(draft)).then(() => undefined, this.#failed);
    }
    return this.#sending;
  }
}

function key(draft: { path: string; field: DraftField }): string {
  return `${draft.field} ${draft.path}`;
}
