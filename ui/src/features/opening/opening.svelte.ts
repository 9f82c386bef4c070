// Opening this laptop: by passphrase, as a new programme, from a backup, or the demonstration as one of its two people.
import {
  call, failed, type Failure, type OpenedView, type Picked, type PrepareProgramme, type ProgressView, type Sought,
} from '../../ipc/call';

export type Person = 'coach' | 'coordinator';

/** Where a person may go before anything is open. */
export type Way = 'start' | 'restore' | 'demonstration';

/** What goes on: nothing, a passphrase is tried, something is made. */
export type Work = 'unlock' | 'demonstrate' | 'prepare' | 'start' | 'restore' | null;

export class Opening {
  work = $state<Work>(null);
  progress = $state.raw<ProgressView | null>(null);
  stopping = $state(false);
  failure = $state.raw<Failure | null>(null);

  constructor(private readonly onopen: (opened: OpenedView) => void | Promise<void>) {}

  private async run(work: Work, ask: () => Promise<OpenedView>): Promise<boolean> {
    if (this.work) return false;
    this.work = work;
    this.failure = null;
    this.progress = null;
    this.stopping = false;
    try {
      await this.onopen(await ask());
      return true;
    } catch (reason) {
      this.failure = failed(reason);
      return false;
    } finally {
      this.work = null;
    }
  }

  /** True where it opened. */
  unlock(passphrase: string): Promise<boolean> {
    return this.run('unlock', () => call('unlock', { passphrase }));
  }

  /** True where it opened; makes the demonstration first where there is none, or afresh. */
  demonstrate(person: Person, afresh: boolean): Promise<boolean> {
    return this.run('demonstrate', () => call('demonstrate', { person, afresh }, this.hear));
  }

  /** Lets the person pick a place; nothing where the dialog was closed or failed. */
  async pick(what: Sought): Promise<Picked | null> {
    try {
      return await call('pick', { what });
    } catch (reason) {
      this.failure = failed(reason);
      return null;
    }
  }

  /** Draws the keys of a programme; gives the groups of the one to be printed. */
  async prepare(programme: PrepareProgramme): Promise<string[] | null> {
    if (this.work) return null;
    [this.work, this.failure] = ['prepare', null];
    try {
      return (await call('prepare_programme', programme)).groups;
    } catch (reason) {
      this.failure = failed(reason);
      return null;
    } finally {
      this.work = null;
    }
  }

  /** Opens the system's dialog to print what is shown. */
  async print(): Promise<void> {
    this.failure = null;
    try {
      await call('print', {});
    } catch (reason) {
      this.failure = failed(reason);
    }
  }

  private hear = (progress: ProgressView): void => {
    this.progress = progress;
  };

  /** Starts what was prepared. */
  start(passphrase: string): Promise<boolean> {
    return this.run('start', () => call('start_programme', { passphrase }, this.hear));
  }

  /** Makes this laptop's data from a backup. */
  restore(backup: string, passphrase: string): Promise<boolean> {
    return this.run('restore', () => call('restore_backup', { backup, passphrase }, this.hear));
  }

  /** Another data folder from now on; `usual` goes back. True where the laptop is to be looked at again. */
  async choose(usual: boolean): Promise<boolean> {
    if (this.work) return false;
    this.failure = null;
    try {
      const picked = usual ? null : await call('pick', { what: 'data' });
      if (!usual && !picked) return false;
      await call('choose_folder', { folder: picked?.token ?? null });
      return true;
    } catch (reason) {
      this.failure = failed(reason);
      return false;
    }
  }

  /** Asks the demonstration to stop where it safely can; what runs then ends with a failure of its own. */
  async stop(): Promise<void> {
    this.stopping = true;
    try {
      await call('stop', {});
    } catch (reason) {
      this.stopping = false;
      this.failure = failed(reason);
    }
  }

  /** The person asked for it: no error. */
  get stopped(): boolean {
    return ['fault-demo-stopped', 'fault-stopped', 'fault-backup-stopped'].includes(this.failure?.code ?? '');
  }
}
