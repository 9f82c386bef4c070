// What is being typed outside the questions of an entry: kept in the store shortly after each pause, and found again after the
// window was closed or killed.
import { failed, type Failure } from '../ipc/call';
import { keep, kept } from '../ipc/kept';
import { DRAFT_DELAY_MS } from './draft';

export class Unsaved<T extends object> {
  #waiting: string | null | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #key: string;
  #failed: (failure: Failure) => void;

  /** `key` says of what; what cannot be kept is told to `failed`. */
  constructor(key: string, failed: (failure: Failure) => void) {
    [this.#key, this.#failed] = [`typed.${key}`, failed];
  }

  /** What was typed before and is not saved; nothing where there is nothing. */
  found = (): Partial<T> | null => {
    try {
      const read: unknown = JSON.parse(kept(this.#key) ?? 'null');
      return typeof read === 'object' && read !== null ? read : null;
    } catch {
      return null;
    }
  };

  /** It reads so now. */
  note = (values: T): void => {
    this.#wait(JSON.stringify(values));
  };

  /** It is saved, or given up. */
  gone = (): void => {
    this.#wait(null);
    void this.flush();
  };

  #wait(value: string | null): void {
    this.#waiting = value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), DRAFT_DELAY_MS);
  }

  /** Sends what waits; done when it is kept. */
  flush = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const value = this.#waiting;
    this.#waiting = undefined;
    if (value === undefined || value === kept(this.#key)) return;
    try {
      await keep(this.#key, value);
    } catch (reason) {
      this.#failed(failed(reason));
    }
  };
}
