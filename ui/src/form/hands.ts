import type { DraftField } from './draft';

/** What a person can do with the question in focus; whoever shows a form gives these. */
export interface Hands {
  /** Chooses one, or one more or less of several. */
  choose(value: string): void;
  /** A text line reads otherwise now. */
  type(field: DraftField, text: string): void;
  /** A text line was left: what it holds is written. */
  leave(field: DraftField): void;
  source(code: string): void;
  /** Opens the line for the reason why the question does not apply. */
  excuse(): void;
  /** The question applies after all. */
  applies(): void;
  /** Tries to save again what did not reach the disk. */
  retry(): void;
  /** Lets go what did not reach the disk: what was saved stands. */
  giveUp(): void;
}

/** Where the focus belongs on a card. */
export type Spot = 'card' | 'control' | 'comment' | 'reason';
