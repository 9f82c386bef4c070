// The plan of a cooperative: read when it is opened and whenever something of it changes; every act is on the disk at once.
import { Unsaved } from '../../form/unsaved';
import { call, failed, type Failure, onTouched, type PlanView, touches } from '../../ipc/call';
import { keep, kept } from '../../ipc/kept';
import { toasts } from '../../kit/toasts.svelte';
import { language, t } from '../../words';

/** Kinds that the plan is made of. */
const SHOWN = ['cooperative', 'alias', 'objective', 'action', 'action_update', 'assistance_request', 'visit', 'person', 'event', 'entry'];
const SHAPE = 'plan.shape';
const ALL = 'plan.all';
const CHOSEN = 'plan.chosen';

/** What the door takes for a row. */
export type Fields = Record<string, unknown>;

/** Takes the last acts back. */
async function back(acts: number): Promise<void> {
  for (let n = 0; n < acts; n += 1) await call('undo', {});
}

export class Plan {
  view = $state.raw<PlanView | null>(null);
  /** Reading failed. */
  failure = $state.raw<Failure | null>(null);
  /** What was asked for failed: where, and why. */
  refused = $state.raw<{ at: string; failure: Failure } | null>(null);
  working = $state(false);
  shape = $state<'list' | 'gantt'>(kept(SHAPE) === 'gantt' ? 'gantt' : 'list');
  all = $state(kept(ALL) === 'yes');
  /** The action that is open beside. */
  chosen = $state<string | null>(kept(CHOSEN));
  /** The person asked for it, and it takes the focus. */
  chosenNow = false;
  private reads = 0;

  constructor(readonly cooperative: string) {}

  /** Opens an action beside; the focus goes to it where that is what the person asked for. */
  choose = (action: string | null, asked = true): void => {
    [this.chosen, this.chosenNow] = [action, asked];
    void keep(CHOSEN, action).catch(() => undefined);
  };

  /** What is typed at a place and not saved, of this plan or of a row of it. */
  typed = <T extends object>(at: string, of: string = this.cooperative): Unsaved<T> =>
    new Unsaved<T>(`plan.${at}.${of}`, (failure) => (this.refused = { at, failure }));

  read = async (): Promise<void> => {
    this.reads += 1;
    const mine = this.reads;
    try {
      const view = await call('plan', { cooperative: this.cooperative, language: language() });
      if (mine !== this.reads) return;
      [this.view, this.failure] = [view, null];
    } catch (reason) {
      if (mine === this.reads) this.failure = failed(reason);
    }
  };

  /** Reads again what changes, until what it returns is called. */
  follow = (): (() => void) => onTouched((kinds) => {
    if (touches(kinds, ...SHOWN)) void this.read();
  });

  show = (shape: string): void => {
    this.shape = shape === 'gantt' ? 'gantt' : 'list';
    void keep(SHAPE, this.shape).catch(() => undefined);
  };

  showAll = (all: boolean): void => {
    this.all = all;
    void keep(ALL, all ? 'yes' : null).catch(() => undefined);
  };

  /** Does one thing; what fails is told at its place. Gives whether it was done. */
  private async act<T>(at: string, work: () => Promise<T>, told?: string, acts = 1): Promise<T | null> {
    if (this.working) return null;
    this.working = true;
    try {
      const given = await work();
      this.refused = null;
      if (told) toasts.done(told, () => back(acts));
      return given;
    } catch (reason) {
      this.refused = { at, failure: failed(reason) };
      return null;
    } finally {
      this.working = false;
    }
  }

  /** Takes a suggestion; gives its action. */
  keepSuggestion = async (origin: string): Promise<string | null> => {
    const asked = { cooperative: this.cooperative, origin, language: language() };
    const made = await this.act(origin, () => call('plan_keep', asked), t('plan-kept'));
    return made?.id ?? null;
  };

  refuseSuggestion = async (origin: string, reason: string): Promise<boolean> => {
    const asked = { cooperative: this.cooperative, origin, reason, language: language() };
    return (await this.act(origin, () => call('plan_refuse', asked), t('plan-refused-told'))) !== null;
  };

  /** Makes a row of this plan; gives it. */
  add = async (kind: string, fields: Fields, at: string): Promise<string | null> => {
    const made = await this.act(at, () => call('new', { kind, fields }), t('plan-added'));
    return made?.id ?? null;
  };

  set = async (kind: string, id: string, fields: Fields): Promise<boolean> => {
    const at = `${id} ${Object.keys(fields)[0] ?? ''}`;
    return (await this.act(at, () => call('set', { kind, id, fields }))) !== null;
  };

  /** Takes rows away that are read as one; what fails is told at the first. */
  remove = async (kind: string, ...ids: [string, ...string[]]): Promise<boolean> =>
    (await this.act(ids[0], async () => {
      for (const id of ids) await call('delete', { kind, id });
      return true;
    }, t('plan-removed'), ids.length)) !== null;

  /** What failed at this place, in words. */
  wrong = (at: string): string | null => (this.refused?.at === at ? this.refused.failure.message : null);
}
