// What the whole window knows: whose laptop this is, how it stands with the centre, what went wrong outside any screen.
import { call, failed, type Failure, type LaptopView, onTouched, type OpenedView, type StatusView } from './ipc/call';
import { keep, kept, restoreKept } from './ipc/kept';
import { go, restoreRoute, route, type Route } from './route.svelte';
import { type Language, speak } from './words';

class Desk {
  laptop = $state.raw<LaptopView | null>(null);
  opened = $state.raw<OpenedView | null>(null);
  status = $state.raw<StatusView | null>(null);
  trouble = $state.raw<Failure | null>(null);
  /** Moves on each minute, so that "3 minutes ago" stays true. */
  now = $state(Date.now());

  /** Shows a failure above whatever screen is there. */
  tell = (failure: Failure): void => {
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
    const laptop = await this.trying(() => call('laptop', {}));
    if (laptop?.opened) await this.enter(laptop.opened);
    this.laptop = laptop;
  };

  /** A person has opened: back to their language and their place. */
  enter = async (opened: OpenedView): Promise<void> => {
    restoreKept(opened.page);
    const own = kept('language');
    if (own !== null) await this.trying(() => speak(own));
    restoreRoute(kept('route'));
    this.trouble = null;
    this.opened = opened;
    await this.reload();
  };

  /** Reads the state again. */
  reload = async (): Promise<void> => {
    if (this.opened) this.status = (await this.trying(() => call('status', {}))) ?? this.status;
  };

  go = (next: Route): void => {
    void go(next, this.tell);
  };

  /** Speaks another language at once and keeps it. */
  say = async (next: Language): Promise<void> => {
    await this.trying(async () => {
      await speak(next);
      if (this.opened) await keep('language', next);
    });
  };

  lock = async (): Promise<void> => {
    const locked = await this.trying(async () => (await call('lock', {})) === null);
    if (!locked) return;
    this.opened = null;
    this.status = null;
    restoreKept({});
    await this.look();
  };

  /** Follows time, changes and stray failures until what it returns is called. */
  follow(): () => void {
    const minute = setInterval(() => (this.now = Date.now()), 60_000);
    // Answers come quickly one after the other: the state is read once they pause.
    let pause: ReturnType<typeof setTimeout> | undefined;
    const touched = onTouched(() => {
      clearTimeout(pause);
      pause = setTimeout(() => void this.reload(), 400);
    });
    const stray = (event: PromiseRejectionEvent) => this.tell(failed(event.reason));
    const broken = (event: ErrorEvent) => this.tell(failed(event.error ?? event.message));
    addEventListener('unhandledrejection', stray);
    addEventListener('error', broken);
    return () => {
      clearInterval(minute);
      clearTimeout(pause);
      touched();
      removeEventListener('unhandledrejection', stray);
      removeEventListener('error', broken);
    };
  }

  get route(): Route {
    return route();
  }
}

export const desk = new Desk();
