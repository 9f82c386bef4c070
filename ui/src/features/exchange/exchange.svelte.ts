// A sync belongs to the laptop, not to the screen: it goes on, and its result stays, while the person is elsewhere.
import { untrack } from 'svelte';

import {
  call, failed, type Failure, type JournalView, onReachable, onTouched, type Picked, type PreviewView, type ProgressView,
  type StatusView, type SyncView,
} from '../../ipc/call';
import { advanced, begun, type Run } from './stages';

/** What is done with the central folder. */
export type Act = 'sync' | 'heal';
export type Phase = 'before' | 'running' | 'done' | 'stopped' | 'failed';

class Exchange {
  status = $state.raw<StatusView | null>(null);
  preview = $state.raw<PreviewView | null>(null);
  journal = $state.raw<JournalView[] | null>(null);
  /** Whether the central folder is there; nothing until somebody has looked. */
  reachable = $state<boolean | null>(null);
  picked = $state.raw<Picked | null>(null);
  looking = $state(false);

  phase = $state<Phase>('before');
  /** What runs, or ran last. */
  act = $state<Act>('sync');
  run = $state.raw<Run>(begun());
  result = $state.raw<SyncView | null>(null);
  stopping = $state(false);
  /** Why the last sync did not come to its end. */
  failure = $state.raw<Failure | null>(null);
  /** Why the central folder could not be looked at. */
  unseen = $state.raw<Failure | null>(null);
  /** What else went wrong on this screen. */
  trouble = $state.raw<Failure | null>(null);
  /** Counts what is under way, so that an answer that comes too late is not shown. */
  private looks = 0;
  private shown = false;
  /** Who opens next is not told what was under way for the one before. */
  private session = 0;

  constructor() {
    onReachable(({ reachable }) => {
      if (this.reachable === reachable || this.phase === 'running' || this.picked) return;
      this.reachable = reachable;
      if (!reachable) this.preview = null;
      else if (this.shown) void this.look();
    });
    onTouched(() => {
      if (this.shown && this.phase !== 'running') void this.look();
    });
  }

  get running(): boolean {
    return this.phase === 'running';
  }

  private get place(): { central?: string } {
    return this.picked ? { central: this.picked.token } : {};
  }

  /** The screen is there, until what this returns is called: what is shown is true now. Elsewhere nobody looks. */
  show = (): (() => void) => {
    this.shown = true;
    void untrack(this.look);
    return () => (this.shown = false);
  };

  /** Another session: nothing of the one before is shown. */
  reset = (): void => {
    this.session += 1;
    this.looks += 1;
    [this.status, this.preview, this.journal, this.picked, this.result] = [null, null, null, null, null];
    [this.failure, this.unseen, this.trouble, this.reachable] = [null, null, null, null];
    [this.phase, this.run, this.looking, this.stopping] = ['before', begun(), false, false];
  };

  /** Looks at this laptop and at the central folder; changes nothing. */
  look = async (): Promise<void> => {
    if (this.running) return;
    this.looks += 1;
    const mine = this.looks;
    this.looking = true;
    try {
      const [status, journal] = await Promise.all([call('status', {}), call('journal', {})]);
      if (mine !== this.looks) return;
      this.status = status;
      this.journal = journal;
      this.trouble = null;
      if (status.central !== null || this.picked) await this.foresee(mine);
      else [this.preview, this.unseen] = [null, null];
    } catch (reason) {
      if (mine === this.looks) this.trouble = failed(reason);
    } finally {
      if (mine === this.looks) this.looking = false;
    }
  };

  private async foresee(mine: number): Promise<void> {
    try {
      const preview = await call('sync_preview', this.place);
      if (mine !== this.looks) return;
      [this.preview, this.unseen, this.reachable] = [preview, null, true];
    } catch (reason) {
      if (mine !== this.looks) return;
      [this.preview, this.unseen, this.reachable] = [null, failed(reason), false];
    }
  }

  /** Lets the person choose the central folder. */
  pick = async (): Promise<void> => {
    try {
      const picked = await call('pick', { what: 'central' });
      if (picked === null) return;
      this.picked = picked;
      this.phase = 'before';
      await this.look();
    } catch (reason) {
      this.trouble = failed(reason);
    }
  };

  /** Exchanges everything. Its end is a state, never an exception. */
  start = (): Promise<void> => this.meet('sync');

  /** Reads all of the central folder again and puts back what it lacks; destroys nothing. */
  repair = (): Promise<void> => this.meet('heal');

  private ask(act: Act, place: { central?: string }, hear: (told: ProgressView) => void): Promise<SyncView> {
    if (act === 'sync') return call('sync', place, hear);
    return call('heal', place.central === undefined ? {} : { path: place.central }, hear);
  }

  private meet = async (act: Act): Promise<void> => {
    if (this.running) return;
    const [place, mine] = [this.place, this.session];
    this.looks += 1;
    this.looking = false;
    [this.phase, this.run, this.result, this.failure, this.stopping] = ['running', begun(), null, null, false];
    this.act = act;
    let end: Phase;
    try {
      const result = await this.ask(act, place, (told) => {
        if (this.running && mine === this.session) this.run = advanced(this.run, told, performance.now());
      });
      if (mine !== this.session) return;
      this.result = result;
      if (act === 'sync') this.picked = null; // it is remembered from now on
      end = 'done';
    } catch (reason) {
      if (mine !== this.session) return;
      this.failure = failed(reason);
      end = this.failure.code === 'fault-stopped' ? 'stopped' : 'failed';
    }
    [this.phase, this.stopping] = [end, false];
    if (this.shown) await this.look();
  };

  /** Asks the sync to stop at its next safe point. */
  stop = async (): Promise<void> => {
    if (!this.running || this.stopping) return;
    this.stopping = true;
    try {
      await call('stop', {});
    } catch (reason) {
      this.stopping = false;
      this.trouble = failed(reason);
    }
  };
}

export const exchange = new Exchange();
