// Short messages about what was done, which take no focus and go by themselves. What failed is told beside what failed instead.

import { t } from '../words';

export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'info' | 'attention';
  /** What can be done about it, such as taking it back. */
  action?: { label: string; run: () => void };
}

/** How long one stays: longer where something can be done. */
const STAYS_MS = 6_000;
const STAYS_ACTION_MS = 12_000;
/** Shown at once; older ones go first. */
const SHOWN = 3;

class Toasts {
  shown = $state.raw<Toast[]>([]);
  private last = 0;
  private ends = new Map<number, { left: number; since: number; timer: ReturnType<typeof setTimeout> | null }>();

  /** Shows a message. Gives what takes it away. */
  say = (text: string, more: { tone?: Toast['tone']; action?: Toast['action'] } = {}): (() => void) => {
    const id = ++this.last;
    const toast: Toast = { id, text, tone: more.tone ?? 'good', ...(more.action ? { action: more.action } : {}) };
    for (const old of this.shown.slice(0, Math.max(0, this.shown.length + 1 - SHOWN))) this.close(old.id);
    this.shown = [...this.shown, toast];
    this.ends.set(id, { left: more.action ? STAYS_ACTION_MS : STAYS_MS, since: 0, timer: null });
    this.run(id);
    return () => this.close(id);
  };

  /** Shows what was done, and offers to take it back, wherever the person has gone meanwhile; what fails then is for whoever hears of
   * all that nobody awaited. */
  done = (text: string, back: () => Promise<unknown>): (() => void) => this.say(text, { action: { label: t('kit-undo'), run: () => void back() } });

  close = (id: number): void => {
    const end = this.ends.get(id);
    if (end?.timer) clearTimeout(end.timer);
    this.ends.delete(id);
    this.shown = this.shown.filter((toast) => toast.id !== id);
  };

  /** Something else was done since: what was offered about what is told here would now hit that instead. */
  settle = (): void => {
    if (!this.shown.some((toast) => toast.action)) return;
    this.shown = this.shown.map(({ id, text, tone }) => ({ id, text, tone }));
  };

  /** Nothing goes while somebody reads. */
  pause = (): void => {
    for (const end of this.ends.values()) {
      if (!end.timer) continue;
      clearTimeout(end.timer);
      end.timer = null;
      end.left -= Date.now() - end.since;
    }
  };

  resume = (): void => {
    for (const id of this.ends.keys()) this.run(id);
  };

  /** Nobody's messages are left for the next person. */
  clear = (): void => {
    for (const toast of this.shown) this.close(toast.id);
  };

  private run(id: number): void {
    const end = this.ends.get(id);
    if (!end || end.timer) return;
    end.since = Date.now();
    end.timer = setTimeout(() => this.close(id), Math.max(1_000, end.left));
  }
}

export const toasts = new Toasts();
