// What the two buttons would take back and do again.
import { call, type UndoView } from '../ipc/call';

export class Acts {
  undo = $state.raw<UndoView | null>(null);
  redo = $state.raw<UndoView | null>(null);

  /** Asks what the buttons would do now. */
  async look(): Promise<void> {
    const { undo, redo } = await call('undoable', {});
    this.undo = undo;
    this.redo = redo;
  }
}
