// Opening this laptop: by passphrase, or the demonstration as one of its two people.
import { call, failed, type Failure, type OpenedView, type ProgressView } from '../../ipc/call';

export type Person = 'coach' | 'coordinator';

/** What goes on: nothing, a passphrase is tried, the demonstration is made. */
export type Work = 'unlock' | 'demonstrate' | null;

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
    const hear = (progress: ProgressView) => (this.progress = progress);
    return this.run('demonstrate', () => call('demonstrate', { person, afresh }, hear));
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
    return this.failure?.code === 'fault-demo-stopped' || this.failure?.code === 'fault-stopped';
  }
}
