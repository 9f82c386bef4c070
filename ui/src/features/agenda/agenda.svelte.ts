// The agenda as a person sees it: which days, whose visits, and what is changed of them.
import { type AgendaVisit, call, failed, type Failure, onTouched, touches } from '../../ipc/call';
import { keep, kept } from '../../ipc/kept';
import type { KeyGroup } from '../../kit/keys.svelte';
import { t } from '../../words';
import { byDay, daysOf, type Span, turned } from './days';

const KEPT = 'agenda.shown';
const SHOWN = ['visit', 'entry', 'event', 'cooperative', 'person'];
const SPANS: readonly string[] = ['list', 'week', 'month'];

/** The keys of the agenda, for the help about keys. */
export function agendaKeys(): KeyGroup {
  return {
    title: t('agenda-title'),
    keys: [
      { keys: ['←', '→'], label: t('agenda-key-turn') },
      { keys: ['T'], label: t('agenda-today') },
      { keys: ['N'], label: t('agenda-new') },
      { keys: ['Alt ←', 'Alt →', 'Alt ↑', 'Alt ↓'], label: t('agenda-key-move') },
    ],
  };
}

export class Agenda {
  span = $state<Span>('week');
  whose = $state<'mine' | 'all'>('mine');
  /** A day of what is shown; empty until the laptop's day is known. */
  day = $state('');
  today = $state('');
  /** Whoever works here. */
  person = $state('');
  visits = $state.raw<AgendaVisit[] | null>(null);
  failure = $state.raw<Failure | null>(null);
  trouble = $state.raw<Failure | null>(null);
  private reads = 0;

  days = $derived(this.day === '' ? [] : daysOf(this.span, this.day));
  shown = $derived((this.visits ?? []).filter((visit) => this.whose === 'all' || visit.mine));
  byDay = $derived(byDay(this.days, this.shown));

  /** `coordinates`: whoever looks after the visits of all sees all at first. */
  constructor(coordinates: boolean) {
    if (coordinates) this.whose = 'all';
    const [span = '', whose] = (kept(KEPT) ?? '').split(' ');
    if (SPANS.includes(span)) this.span = span as Span;
    if (whose === 'all' || whose === 'mine') this.whose = whose;
  }

  read = async (): Promise<void> => {
    this.reads += 1;
    const mine = this.reads;
    try {
      const around = this.day || new Date().toISOString().slice(0, 10);
      const days = daysOf(this.span, around);
      const view = await call('agenda', { from: days[0] ?? around, to: days.at(-1) ?? around });
      if (mine !== this.reads) return;
      [this.visits, this.today, this.person, this.failure] = [view.visits, view.today, view.person, null];
      if (this.day === '') this.day = view.today;
    } catch (reason) {
      if (mine === this.reads) this.failure = failed(reason);
    }
  };

  follow = (): (() => void) =>
    onTouched((kinds) => {
      if (touches(kinds, ...SHOWN)) void this.read();
    });

  show = (part: { span?: Span; whose?: 'mine' | 'all'; day?: string }): void => {
    Object.assign(this, part);
    void keep(KEPT, `${this.span} ${this.whose}`).catch(() => undefined); // a view is no loss
    if (part.whose === undefined) void this.read();
  };

  turn = (step: 1 | -1): void => this.show({ day: turned(this.span, this.day, step) });

  /** Puts a visit on another day. What fails is told, and the visit stays. */
  move = async (visit: AgendaVisit, day: string): Promise<boolean> => {
    if (visit.planned_on === day) return false;
    this.trouble = null;
    try {
      await call('set', { kind: 'visit', id: visit.id, fields: { planned_on: day } });
      return true;
    } catch (reason) {
      this.trouble = failed(reason);
      return false;
    }
  };
}
