// What waits for a decision: disagreements between values, and records deleted by one person and edited by another.
import {
  call, type DisagreementsView, type DisagreementView, failed, type Failure, onTouched, type TaskView,
} from '../../ipc/call';
import { keep, kept } from '../../ipc/kept';
import { placeNames } from '../../ipc/places';
import { toasts } from '../../kit/toasts.svelte';
import { language, t } from '../../words';
import type { Names } from './value';

/** One thing to decide. */
export type Matter =
  | { id: string; conflict: DisagreementView; task?: never }
  | { id: string; task: TaskView; conflict?: never };

/** What was just decided, so that it can be said and changed. */
export type Done = {
  matter: Matter;
  kept: number | null;
  value: unknown;
  /** A record stays deleted, and nothing was done since: taking back what was done last takes back this. To have kept one is
   * nothing that could be undone. */
  undoable: boolean;
};

/** What was decided about a record. */
export const KEPT = 1;
const DROPPED = 2;

function mattersOf(view: DisagreementsView): Matter[] {
  const conflicts = view.conflicts.map((conflict): Matter => ({ id: conflict.id, conflict }));
  return [...conflicts, ...view.tasks.map((task): Matter => ({ id: `${task.head.row} ${task.head.kind}`, task }))];
}

/** The place of the next matter once this one is gone: the one that takes its place, else the last. */
export function next(ids: readonly string[], gone: string, left: readonly string[]): string | null {
  const after = ids.slice(ids.indexOf(gone) + 1);
  return after.find((id) => left.includes(id)) ?? left.at(-1) ?? null;
}

export class Disagreements {
  matters = $state.raw<Matter[] | null>(null);
  /** Another screen may have said with which to begin. */
  opened = $state<string | null>(kept('disagreements.open'));
  names = $state.raw<Names>({});
  /** Why the list could not be read. */
  trouble = $state.raw<Failure | null>(null);
  /** Why the last decision was not taken. */
  refused = $state.raw<Failure | null>(null);
  working = $state(false);
  done = $state.raw<Done | null>(null);
  private reads = 0;

  /** The one that is open. */
  get open(): Matter | null {
    return this.matters?.find((one) => one.id === this.opened) ?? this.matters?.[0] ?? null;
  }

  get place(): number {
    const open = this.open;
    return open ? (this.matters?.indexOf(open) ?? 0) : 0;
  }

  /** Reads them again each time something changes, until what this returns is called. */
  follow = (): (() => void) => {
    if (this.opened !== null) void keep('disagreements.open', null).catch(() => undefined); // said once
    void this.look();
    return onTouched(() => {
      if (this.working) return;
      if (this.done) this.done = { ...this.done, undoable: false };
      void this.look();
    });
  };

  look = async (): Promise<void> => {
    this.reads += 1;
    const mine = this.reads;
    try {
      const [view, places] = await Promise.all([call('disagreements', { language: language() }), placeNames()]);
      if (mine !== this.reads) return;
      const before = this.matters?.map((one) => one.id) ?? [];
      const matters = mattersOf(view);
      const left = matters.map((one) => one.id);
      if (this.opened !== null && !left.includes(this.opened)) this.opened = next(before, this.opened, left);
      const sector = Object.fromEntries(places.sectors.map((one) => [one.code, one[language()]]));
      const province = Object.fromEntries(places.provinces.map((one) => [one.code, language() === 'ar' ? one.ar : one.fr]));
      [this.matters, this.names, this.trouble] = [matters, { sector, province }, null];
    } catch (reason) {
      if (mine === this.reads) this.trouble = failed(reason);
    }
  };

  turn = (id: string): void => {
    [this.opened, this.refused] = [id, null];
  };

  step = (by: number): void => {
    const ids = this.matters?.map((one) => one.id) ?? [];
    const id = ids[(this.place + by + ids.length) % ids.length];
    if (id !== undefined) this.turn(id);
  };

  private async decide(matter: Matter, kept: number | null, value: unknown, ask: () => Promise<unknown>): Promise<boolean> {
    if (this.working) return false;
    [this.working, this.refused] = [true, null];
    this.opened = matter.id;
    try {
      await ask();
      this.done = { matter, kept, value, undoable: matter.task !== undefined && kept === DROPPED };
      return true;
    } catch (reason) {
      this.refused = failed(reason);
      return false;
    } finally {
      this.working = false;
      await this.look();
    }
  }

  /** Keeps one of the values; what came since it was shown is not settled with it. */
  take = (matter: Matter, n: number, note: string): Promise<boolean> => {
    const { conflict } = matter;
    if (!conflict) return Promise.resolve(false);
    const side = conflict.values.find((one) => one.n === n);
    const request = { id: conflict.id, take: n, note: note || null, shown: conflict.shown };
    return this.decide(matter, n, side?.value, () => call('resolve', request));
  };

  /** Writes another value. */
  write = (matter: Matter, value: unknown, note: string): Promise<boolean> => {
    const { conflict } = matter;
    if (!conflict) return Promise.resolve(false);
    const request = { id: conflict.id, value, note: note || null, shown: conflict.shown };
    return this.decide(matter, null, value, () => call('resolve', request));
  };

  /** Keeps a record that somebody deleted, or lets it stay deleted. */
  end = (matter: Matter, keep: boolean): Promise<boolean> => {
    const { task } = matter;
    if (!task) return Promise.resolve(false);
    const request = { kind: task.head.kind, id: task.head.row, keep, shown: task.shown };
    return this.decide(matter, keep ? KEPT : DROPPED, keep, () => call('settle_task', request));
  };

  /** Takes back the last decision about a record. */
  takeBack = async (): Promise<boolean> => {
    if (this.working || !this.done?.undoable) return false;
    this.working = true;
    try {
      await call('undo', {});
      [this.done, this.refused] = [null, null];
      toasts.say(t('disagreements-back-done'));
      return true;
    } catch (reason) {
      this.refused = failed(reason);
      return false;
    } finally {
      this.working = false;
      await this.look();
    }
  };

  /** After a decision: another of the values after all. It is an ordinary change, on top of the settlement. */
  instead = async (side: number): Promise<void> => {
    const last = this.done;
    const conflict = last?.matter.conflict;
    const value = conflict?.values.find((one) => one.n === side)?.value;
    if (!last || !conflict || value === undefined) return;
    await this.decide(last.matter, side, value, () => correct(conflict, value));
  };
}

/** Whether a settled field can be given another value from here. */
export function correctable(conflict: DisagreementView): boolean {
  return conflict.head.kind !== 'answer' || (ASIDE.includes(conflict.field) && Boolean(conflict.answer?.question));
}

const ASIDE = ['value', 'comment', 'source', 'not_applicable'];

async function correct(conflict: DisagreementView, value: unknown): Promise<void> {
  const { kind, row } = conflict.head;
  const question = conflict.answer?.question;
  if (kind !== 'answer' || !question) {
    await call('set', { kind, id: row, fields: { [conflict.field]: value } });
    return;
  }
  const field = conflict.field === 'value' ? 'answers' : conflict.field;
  const filling = { [field]: [[question.path, String(value ?? '')]] };
  await call('entry_answer', { entry: conflict.answer?.entry ?? '', language: language(), filling });
}
