import type { DraftField } from './draft';
import type { Field } from './writing';

/** What a person can do with one question; whoever shows a form gives these. */
export interface Hands {
  /** Writes fields of the answer as they are. */
  give(fields: Partial<Record<Field, string>>): void;
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
  /** Puts a file beside the answer: one that the person picks, or this one. Where the answer is a file, it is the answer. */
  attach(file?: File): void;
  /** Something is drawn that is not kept yet: what gives it; nothing once it is kept or wiped away. */
  draws(drawing: (() => Promise<File | null>) | null): void;
  /** What is drawn becomes the answer, as what is typed does when it is left. */
  keepDrawing(): Promise<void>;
  /** Takes a file away. */
  detach(id: string): void;
  /** Lays a file into a folder that the person picks. */
  save(id: string): void;
}

/** Where the focus belongs on a card. */
export type Spot = 'card' | 'control' | 'comment' | 'reason';
