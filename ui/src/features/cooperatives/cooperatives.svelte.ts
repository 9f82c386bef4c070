// The list as a person sees it: what is read, what is chosen of it, where the person is in it.
import { call, type CooperativeRow, failed, type Failure, onTouched, type PlacesView, touches, type TwinsView, type Waits } from '../../ipc/call';
import { keep, kept } from '../../ipc/kept';
import { placeNames } from '../../ipc/places';
import { language } from '../../words';
import { type Choice, type Place, readChoice, USUAL, writeChoice } from './choice';
import { found } from '../../kit/table';
import { byName, chosen, counted, listed, named, sought } from './list';

const KEPT = 'cooperatives.filter';
/** Nothing is left out. */
const NOTHING = { provinces: [], sectors: [], steps: [], follow: false };
/** Kept once the person pauses, not at each letter. */
const PAUSE_MS = 400;
/** What each waits for is shown with the list where it comes so soon after it; else the list does not wait for it. */
const PATIENCE_MS = 40;
const SHOWN = ['cooperative', 'alias', 'milestone', 'visit', 'entry', 'event', 'answer', 'assignment', 'person', 'instance', 'form', 'action', 'action_update', 'remark'];

export class Cooperatives {
  rows = $state.raw<CooperativeRow[] | null>(null);
  places = $state.raw<PlacesView | null>(null);
  /** Records that look like one cooperative. */
  twins = $state.raw<TwinsView[]>([]);
  /** What is to be looked after. */
  follows = $state.raw<Waits[]>([]);
  failure = $state.raw<Failure | null>(null);
  choice = $state.raw<Choice>(USUAL);
  place = $state.raw<Place>({ row: null, top: 0 });
  /** The cooperative whose diagnostic is about to be begun, if the person says yes. */
  asking = $state<string | null>(null);
  beginning = $state(false);
  trouble = $state.raw<Failure | null>(null);
  /** Counts readings: one that is overtaken is not shown. */
  private reads = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private inOrder = $derived(byName(named(this.rows ?? [], this.places, language()), language()));
  /** All of them, with the words by which they are found and what they wait for. */
  all = $derived(listed(this.inOrder, this.follows));
  /** One's own first, where there are any and nothing else was chosen. */
  asked = $derived<Choice>({ ...this.choice, whose: this.choice.whose ?? (this.rows?.some((row) => row.mine) ? 'mine' : 'all') });
  /** Those that are asked for: the table looks among them. */
  chosen = $derived(chosen(this.all, this.asked));
  counts = $derived(counted(found(this.all, () => sought(this.all), this.choice.filter), this.asked));
  /** All provinces of the region, with how many there would be of each. */
  provinces = $derived(
    (this.places?.provinces ?? []).map((p) => ({ code: p.code, label: language() === 'ar' ? p.ar : p.fr, count: this.counts.provinces.get(p.code) ?? 0 })),
  );

  constructor() {
    ({ choice: this.choice, place: this.place } = readChoice(kept(KEPT)));
  }

  read = async (): Promise<void> => {
    this.reads += 1;
    const mine = this.reads;
    try {
      const reading = [call('cooperatives', {}), placeNames()] as const;
      const follows = call('follow_ups', {}).then((found) => mine === this.reads && (this.follows = found), this.told);
      const [{ rows }, names] = await Promise.all(reading);
      await Promise.race([follows, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
      if (mine !== this.reads) return;
      [this.rows, this.places, this.failure] = [rows, names, null];
      await call('twins', {}).then((twins) => (this.twins = twins), this.told);
    } catch (reason) {
      if (mine === this.reads) this.failure = failed(reason);
    }
  };

  private told = (reason: unknown): void => {
    this.trouble = failed(reason);
  };

  /** Reads again what others change, until what it returns is called. */
  follow = (): (() => void) => {
    const end = onTouched((kinds) => {
      if (touches(kinds, ...SHOWN)) void this.read();
    });
    return () => {
      end();
      this.reads += 1;
      this.keepNow();
    };
  };

  choose = (part: Partial<Choice>): void => {
    this.choice = { ...this.choice, ...part };
    this.place = { ...this.place, top: 0 };
    this.asking = null;
    this.keepSoon();
  };

  clear = (): void => this.choose({ ...NOTHING, filter: '' });

  /** Of everybody's, those in which these words are found. */
  find = (words: string): void => this.choose({ ...NOTHING, filter: words, whose: 'all' });

  /** Of one's own, those that wait for something. */
  toFollow = (): void => this.choose({ ...NOTHING, filter: '', follow: true, whose: null });

  stand = (part: Partial<Place>): void => {
    this.place = { ...this.place, ...part };
    this.keepSoon();
  };

  /** Begins a diagnostic and gives its entry; says what went wrong on the row. */
  begin = async (cooperative: string): Promise<string | null> => {
    if (this.beginning) return null;
    this.beginning = true;
    this.trouble = null;
    try {
      return (await call('entry_new', { form: 'diagnostic', cooperative })).id;
    } catch (reason) {
      this.trouble = failed(reason);
      return null;
    } finally {
      this.beginning = false;
      this.asking = null;
    }
  };

  private keepSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.keepNow, PAUSE_MS);
  }

  private keepNow = (): void => {
    clearTimeout(this.timer);
    keep(KEPT, writeChoice(this.choice, this.place)).catch(this.told);
  };
}
