// A text that is written in one go: a remark, a reason. What is typed of it lies in the store until it is sent or let go.
import { keep, kept } from '../ipc/kept';

const KEEP_DELAY_MS = 150;

export class Note {
  text = $state('');
  #key: string;
  #trouble: (reason: unknown) => void;
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(key: string, trouble: (reason: unknown) => void) {
    this.#key = key;
    this.#trouble = trouble;
    this.text = kept(key) ?? '';
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.flush(), KEEP_DELAY_MS);
  }

  /** What is typed goes to the disk now. */
  flush(): void {
    clearTimeout(this.#keeping);
    keep(this.#key, this.text === '' ? null : this.text).catch(this.#trouble);
  }

  /** It was sent, or is not wanted. */
  done(): void {
    this.text = '';
    this.flush();
  }
}
