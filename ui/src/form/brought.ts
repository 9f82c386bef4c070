// What an entry brings to the plan and to the agenda when it is finished, by what its form says that its answers are of them.
import type { EntryPage } from './entry.svelte';
import { dateOf } from './typed';

export interface Brought {
  /** Actions of which it says where they stand. */
  updates: number;
  /** New actions. */
  actions: number;
  /** The day for which the next visit is planned. */
  visit: string | null;
}

/** What is brought; a day before `today` plans nothing. */
export function broughtBy(page: Pick<EntryPage, 'questions' | 'groups'>, today: string): Brought {
  const lines = new Map(page.groups.filter((group) => group.plan !== null).map((group) => [group.path, group.plan]));
  const answers = (field: string, repeat: 'review' | 'new' | null) =>
    page.questions.list().filter(({ view, answered }) => {
      const around = view.group === null ? null : (lines.get(view.group.replace(/\[\d+\]$/, '')) ?? null);
      return answered && view.plan === field && around === repeat;
    });
  const day = dateOf(answers('next_visit_on', null)[0]?.value ?? '', new Date(today));
  return {
    updates: answers('status', 'review').length,
    actions: answers('title', 'new').length,
    visit: day !== null && day >= today ? day : null,
  };
}
