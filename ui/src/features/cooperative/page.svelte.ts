// A cooperative as its page shows it: read when it is opened and whenever something of it changes.
import { call, type CooperativeView, failed, type Failure, onTouched, type PlacesView, touches } from '../../ipc/call';
import { keep, kept } from '../../ipc/kept';
import { placeNames } from '../../ipc/places';
import { toasts } from '../../kit/toasts.svelte';
import { language, t } from '../../words';

/** Kinds that the page is made of. */
const SHOWN = [
  'cooperative', 'alias', 'assignment', 'milestone', 'visit', 'entry', 'event', 'answer', 'instance', 'remark', 'form',
  'action', 'action_update', 'objective', 'person', 'journal',
];
const TAB = 'cooperative.tab';

export class CooperativePage {
  view = $state.raw<CooperativeView | null>(null);
  places = $state.raw<PlacesView | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Something that was asked for is being made. */
  working = $state(false);
  /** Disagreements about it, by their ids. */
  matters = $state.raw<readonly string[]>([]);
  tab = $state(kept(TAB) ?? 'overview');
  /** Counts readings: one that is overtaken is not shown. */
  private reads = 0;

  constructor(private readonly id: string) {}

  read = async (): Promise<void> => {
    this.reads += 1;
    const mine = this.reads;
    try {
      const [view, names] = await Promise.all([call('cooperative', { cooperative: this.id, language: language() }), placeNames()]);
      if (mine !== this.reads) return;
      [this.view, this.places] = [view, names];
      this.failure = null;
      // Asked after the page is there: nobody waits for it.
      const { conflicts, tasks } = await call('disagreements', { language: language() });
      const matters = [...conflicts.map(({ id, head }) => ({ id, head })), ...tasks.map(({ head }) => ({ id: `${head.row} ${head.kind}`, head }))];
      if (mine === this.reads) this.matters = matters.filter(({ head }) => head.cooperative?.id === this.id).map(({ id }) => id);
    } catch (reason) {
      if (mine === this.reads) this.failure = failed(reason);
    }
  };

  /** Reads again what changes, until what it returns is called. */
  follow = (): (() => void) => onTouched((kinds) => {
    if (touches(kinds, ...SHOWN)) void this.read();
  });

  /** Begins a diagnostic and gives its entry. */
  begin = async (): Promise<string | null> => {
    if (this.working) return null;
    this.working = true;
    try {
      return (await call('entry_new', { form: 'diagnostic', cooperative: this.id })).id;
    } catch (reason) {
      this.failure = failed(reason);
      return null;
    } finally {
      this.working = false;
    }
  };

  /** Takes a record that was joined to this one out again. */
  separate = async (joined: string): Promise<void> => {
    this.working = true;
    try {
      await call('separate', { joined });
      toasts.say(t('cooperative-separated'));
    } catch (reason) {
      this.failure = failed(reason);
    } finally {
      this.working = false;
    }
  };

  /** The same tab is open on the next cooperative. */
  choose = (tab: string): void => {
    this.tab = tab;
    keep(TAB, tab).catch((reason: unknown) => (this.failure = failed(reason)));
  };
}
