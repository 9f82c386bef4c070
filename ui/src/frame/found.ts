/** What the list of commands shows of rows that were found, and where each leads. */
import type { Found } from '../ipc/call';
import type { Route } from '../screen/route';
import { capital, language, named, optionName, t } from '../words';

export type Group = 'cooperatives' | 'people' | 'entries' | 'visits' | 'plan';

/** Something to go to. */
export interface Target {
  key: string;
  group: Group;
  label: string;
  /** The second line. */
  about: string;
  to: Route;
}

const GROUPS: Record<string, Group> = {
  cooperative: 'cooperatives',
  officer: 'people',
  visit: 'visits',
  action: 'plan',
  objective: 'plan',
  assistance_request: 'plan',
};
/** Of each group, the best. */
const EACH = 6;

/** Whoever coaches leads to the cooperatives that she accompanies; others of the programme have no place of their own. */
function coachOf({ id, label, role }: Found): Target | null {
  if (role !== 'coach' || label === '') return null;
  return { key: id, group: 'people', label, about: t('frame-role-coach'), to: { screen: 'cooperatives', find: label } };
}

/** Where a row that was found leads; nothing where it has no place of its own. */
export function targetOf(found: Found): Target | null {
  const cooperative = named(found.cooperative_name ?? '', found.cooperative_name_ar);
  if (found.entry !== null) {
    const label = [found.form ?? '', cooperative].filter((part) => part !== '').join(' · ');
    return { key: found.entry, group: 'entries', label, about: found.label, to: { screen: 'entry', entry: found.entry } };
  }
  if (found.kind === 'person') return coachOf(found);
  const group = GROUPS[found.kind];
  if (!group || found.cooperative === null || found.label === '') return null;
  const to: Route =
    found.kind === 'visit' ? { screen: 'visit', visit: found.id } : { screen: 'cooperative', cooperative: found.cooperative };
  if (group !== 'cooperatives') {
    const about = [found.role === null ? null : capital(optionName('role', found.role)), cooperative];
    return { key: found.id, group, label: found.label, about: about.filter((part) => part).join(' · '), to };
  }
  // It is known by its French and its Arabic name: the one of the language stands first.
  const [first = '', ...others] = language() === 'ar' ? found.label.split(' · ').reverse() : found.label.split(' · ');
  return { key: found.id, group, label: first, about: others.join(' · '), to };
}

/** What was found, best first, each place once: several answers of one entry are one. */
export function targets(found: readonly Found[]): Target[] {
  const [all, count] = [new Map<string, Target>(), new Map<Group, number>()];
  for (const row of found) {
    const target = targetOf(row);
    if (!target || all.has(target.key)) continue;
    const before = count.get(target.group) ?? 0;
    if (before >= EACH) continue;
    count.set(target.group, before + 1);
    all.set(target.key, target);
  }
  return [...all.values()];
}

/** Most that are remembered. */
const RECENT = 8;

/** The last places gone to from here, this one first. */
export function withRecent(recent: readonly Target[], target: Target): Target[] {
  return [target, ...recent.filter((one) => one.key !== target.key)].slice(0, RECENT);
}

/** Reads kept places; none where they say nothing that this version knows. */
export function readRecent(text: string | null): Target[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    const whole = (one: unknown): one is Target =>
      typeof one === 'object' && one !== null && ['key', 'group', 'label', 'about'].every((name) => typeof Reflect.get(one, name) === 'string') && typeof Reflect.get(one, 'to') === 'object';
    return Array.isArray(read) ? read.filter(whole) : [];
  } catch {
    return []; // what another version kept is not worth an error
  }
}
