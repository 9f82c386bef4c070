// A backup belongs to the laptop, not to the screen: it goes on while the person is elsewhere.
import { type BackupView, call, failed, type Failure, type ProgressView, type ProofView } from '../../ipc/call';

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

  private async run(work: Work, ask: () => Promise<void>): Promise<void> {
    if (this.work) return;
    [this.work, this.progress, this.stopping, this.failure, this.proof] = [work, null, false, null, null];
    try {
      await ask();
    } catch (reason) {
      this.failure = failed(reason);
    } finally {
      [this.work, this.stopping] = [null, false];
    }
  }

  /** Lets the person pick a place, makes a backup there, and proves it at once: one that was never read back is a hope. */
  make = (): Promise<void> =>
    this.run('backup', async () => {
      const picked = await call('pick', { what: 'backup_folder' });
      if (!picked) return;
      this.made = null;
      const made = await call('backup', { path: picked.token }, this.hear);
      this.made = made;
      [this.work, this.progress] = ['prove', null];
      this.proof = await call('prove', { path: picked.token, name: made.name }, this.hear);
    });

  /** Lets the person pick a backup and proves it. */
  prove = (): Promise<void> =>
    this.run('prove', async () => {
      const picked = await call('pick', { what: 'backup' });
      if (!picked) return;
      this.made = null;
      this.proof = await call('prove', { path: picked.token }, this.hear);
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
