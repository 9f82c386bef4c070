// A backup belongs to the laptop, not to the screen: it goes on while the person is elsewhere.
import { type BackupView, call, failed, type Failure, type ProgressView, type ProofView, type Sought } from '../../ipc/call';

/** What goes on. */
export type Work = 'backup' | 'prove' | null;

class Backup {
  work = $state<Work>(null);
  progress = $state.raw<ProgressView | null>(null);
  stopping = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** What was just made. */
  made = $state.raw<BackupView | null>(null);
  /** What the proof of a backup said. */
  proof = $state.raw<ProofView | null>(null);
  private hear = (progress: ProgressView): void => {
    this.progress = progress;
  };

  private picking = false;

  /** Lets the person pick a place, and does `ask` with it. Nothing changes while the dialog stands open, or where it is closed. */
  private async run(work: Work, what: Sought, ask: (place: string) => Promise<void>): Promise<void> {
    if (this.work || this.picking) return;
    this.picking = true;
    try {
      const picked = await call('pick', { what }).finally(() => (this.picking = false));
      if (!picked) return;
      [this.work, this.progress, this.stopping] = [work, null, false];
      [this.made, this.proof, this.failure] = [null, null, null];
      await ask(picked.token);
    } catch (reason) {
      this.failure = failed(reason);
    } finally {
      [this.work, this.stopping] = [null, false];
    }
  }

  /** Makes a backup in a folder, and proves it at once: one that was never read back is a hope. */
  make = (): Promise<void> =>
    this.run('backup', 'backup_folder', async (path) => {
      const made = await call('backup', { path }, this.hear);
      this.made = made;
      [this.work, this.progress] = ['prove', null];
      this.proof = await call('prove', { path, name: made.name }, this.hear);
    });

  /** Proves a backup. */
  prove = (): Promise<void> =>
    this.run('prove', 'backup', async (path) => {
      this.proof = await call('prove', { path }, this.hear);
    });

  /** Asks it to stop: nothing of what was begun stays. */
  stop = async (): Promise<void> => {
    if (!this.work || this.stopping) return;
    this.stopping = true;
    try {
      await call('stop', {});
    } catch (reason) {
      [this.stopping, this.failure] = [false, failed(reason)];
    }
  };

  /** The person asked for it: no error. */
  get stopped(): boolean {
    return this.failure?.code === 'fault-backup-stopped';
  }

  /** Another session: nothing of the one before is shown. */
  reset = (): void => {
    [this.made, this.proof, this.failure] = [null, null, null];
  };
}

export const backup = new Backup();
