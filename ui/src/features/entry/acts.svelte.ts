// What the two buttons would take back and do again, and which question each act was about.
import { call, type UndoView } from '../../ipc/call';

export class Acts {
  undo = $state.raw<UndoView | null>(null);
  redo = $state.raw<UndoView | null>(null);
  /** Question of each act, by the moment of the act: of those that this window saw made. */
  #about = new Map<string, string>();
  #newest = '';

  /** An answer to this question was just written. */
  wrote(path: string): void {
    this.#newest = path;
  }

  /** Asks what the buttons would do now. */
  async look(): Promise<void> {
    const { undo, redo } = await call('undoable', {});
    this.undo = undo;
    this.redo = redo;
    if (undo && this.#newest) this.#about.set(undo.at, this.#newest);
    this.#newest = '';
  }

  /** The question of an act, where this window saw it made. */
  about(act: UndoView | null): string | undefined {
    return act ? this.#about.get(act.at) : undefined;
  }
}
