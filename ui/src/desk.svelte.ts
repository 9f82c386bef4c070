// What the whole window knows: whose laptop this is, how it stands with the centre, what went wrong outside any screen.
import { tick } from 'svelte';

import { exchange } from './features/exchange/exchange.svelte';
import { backup } from './features/settings/backup.svelte';
import { call, failed, type Failure, type LaptopView, onClosing, onLocked, onTouched, type OpenedView, type StatusView } from './ipc/call';
import { watchIdle } from './idle';
import { allKept, keep, kept, restoreKept } from './ipc/kept';
import { rights } from './ipc/rights.svelte';
import { settings } from './ipc/settings.svelte';
import { toasts } from './kit/toasts.svelte';
import type { Guard } from './screen/props';
import { HOME, parseRoute, type Route } from './screen/route';
import { type Language, speak } from './words';

/** Steps back that are remembered. */
const TRAIL_MAX = 50;

class Desk {
  laptop = $state.raw<LaptopView | null>(null);
  opened = $state.raw<OpenedView | null>(null);
  status = $state.raw<StatusView | null>(null);
  trouble = $state.raw<Failure | null>(null);
  /** The language that somebody chose before opening: it is theirs from then on. */
  private chosen: Language | null = null;
  /** The laptop is being locked: nothing is shown any more. */
  locking = $state(false);
  /** Where the person wanted to go, while something of the screen is not saved. */
  held = $state.raw<(() => Promise<void>) | null>(null);
  /** Asked before the screen is left: whether everything of it is saved. The screen gives it, and takes it away. */
  guard: Guard | null = null;
  /** Where the person is. */
  route = $state.raw<Route>(HOME);
  /** Where they were before, the last at the end. */
  private trail: Route[] = [];
  private leaves = 0;
  /** Moves on each minute, so that "3 minutes ago" stays true. */
  now = $state(Date.now());

  /** Shows a failure above whatever screen is there. */
  tell = (failure: Failure): void => {
    if (this.locking && failure.code === 'fault-locked') return; // it is being locked: what came too late is no news
    this.trouble = failure;
  };

  private async trying<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (reason) {
      this.tell(failed(reason));
      return null;
    }
  }

  /** Looks who is there. */
  look = async (): Promise<void> => {
    const before = this.opened;
    const laptop = await this.trying(() => call('laptop', {}));
    // Nothing was learnt, or somebody opened meanwhile.
    if (!laptop || (!before && this.opened)) return;
    if (!laptop.opened) this.close();
    else if (!this.opened) await this.enter(laptop.opened);
    this.laptop = laptop;
  };

  /** Nobody is there any more: nothing of theirs stays. */
  private close(): void {
    this.opened = null;
    this.status = null;
    rights.take([]);
    this.held = null;
    restoreKept({});
    exchange.reset();
    backup.reset();
    toasts.clear();
  }

  /** A person has opened: back to their language and their place. */
  enter = async (opened: OpenedView): Promise<void> => {
    restoreKept(opened.page);
    settings.restore();
    exchange.reset();
    backup.reset();
    await this.trying(async () => {
      if (this.chosen !== null) await keep('language', this.chosen);
      this.chosen = null;
      const own = kept('language');
      if (own !== null) await speak(own);
    });
    this.route = parseRoute(kept('route'));
    this.trail = [];
    this.trouble = null;
    this.opened = opened;
    await this.reload();
  };

  /** Reads the state again. */
  reload = async (): Promise<void> => {
    const mine = this.opened;
    if (!mine) return;
    const status = await this.trying(() => call('status', {}));
    if (!status || this.opened !== mine) return;
    this.status = status;
    rights.take(status.writes);
  };

  /** Goes there once what is under way is saved; else asks. */
  go = async (next: Route): Promise<void> => {
    await this.leave(() => {
      // Back to the place alone: what was said once on the way there has been heard.
      if (JSON.stringify(next) !== JSON.stringify(this.route)) this.trail = [...this.trail.slice(1 - TRAIL_MAX), parseRoute(JSON.stringify(this.route))];
      return this.stand(next);
    });
  };

  /** Goes back to where the person came from, once what is under way is saved. */
  back = async (): Promise<void> => {
    await this.leave(() => this.stand(this.trail.pop() ?? HOME));
  };

  /** Is there, and keeps it; what could not be kept is told, the person is there all the same. */
  private async stand(route: Route): Promise<void> {
    this.route = route;
    // What the screen asks for comes before.
    await tick();
    await this.trying(() => keep('route', JSON.stringify(route)));
  }

  /** Stays where something is not saved. */
  stay = (): void => {
    this.held = null;
  };

  private async leave(away: () => Promise<void>): Promise<void> {
    this.leaves += 1;
    const mine = this.leaves;
    const free = this.guard ? await this.trying(this.guard) : true;
    if (mine !== this.leaves) return; // the person went elsewhere meanwhile
    this.held = free ? null : async () => {
      this.held = null;
      await away();
    };
    if (free) await away();
  }

  /** Speaks another language at once and keeps it. */
  say = async (next: Language): Promise<void> => {
    await this.trying(async () => {
      await speak(next);
      if (this.opened) await keep('language', next);
      else this.chosen = next;
    });
  };

  /** Locks once what is under way is saved; from then on nothing is shown. */
  lock = async (): Promise<void> => {
    await this.leave(this.shut);
  };

  /** Closes the window once what is under way is saved. */
  leaveAll = async (): Promise<void> => {
    await this.leave(async () => {
      await allKept();
      await this.trying(() => call('close', {}));
    });
  };

  private shut = async (): Promise<void> => {
    if (this.locking) return;
    this.locking = true;
    this.opened = null;
    // The screens are gone, and what they still wanted kept is kept.
    await tick();
    await allKept();
    let failure: Failure | null = null;
    try {
      await call('lock', {});
    } catch (reason) {
      failure = failed(reason);
    }
    await this.look();
    this.locking = false;
    if (failure) this.tell(failure);
  };

  /** Follows time, changes and stray failures until what it returns is called. */
  follow(): () => void {
    const minute = setInterval(() => (this.now = Date.now()), 60_000);
    // Answers come quickly one after the other: the state is read once they pause.
    let pause: ReturnType<typeof setTimeout> | undefined;
    const touched = onTouched(() => {
      toasts.settle();
      clearTimeout(pause);
      pause = setTimeout(() => void this.reload(), 400);
    });
    const locked = onLocked(() => {
      if (!this.locking) void this.look();
    });
    const closing = onClosing(() => void this.leaveAll());
    const idle = watchIdle(
      () => (this.opened && !this.held ? settings.autolock : 0),
      () => exchange.running,
      () => void this.lock(),
    );
    const stray = (event: PromiseRejectionEvent) => this.tell(failed(event.reason));
    const broken = (event: ErrorEvent) => this.tell(failed(event.error ?? event.message));
    addEventListener('unhandledrejection', stray);
    addEventListener('error', broken);
    return () => {
      clearInterval(minute);
      clearTimeout(pause);
      touched();
      locked();
      closing();
      idle();
      removeEventListener('unhandledrejection', stray);
      removeEventListener('error', broken);
    };
  }
}

export const desk = new Desk();
