// Sections of a form: its outer groups in order, each with its questions.
import type { GroupView } from '../ipc/call';

export interface Section extends GroupView {
  /** Paths, in order. */
  questions: string[];
}

/** Around questions that stand in no group. */
const NO_GROUP: GroupView = {
  path: '', name: '', label: '', kind: 'group', appearance: [], plan: null, open: false, from: 0, answered: 0, asked: 0, missing: 0,
};

/** Outer groups that hold questions, or a repeat to which people add; questions outside any group stand in a section of their
 * own, where they come. */
export function sectionsOf(groups: readonly GroupView[], order: readonly string[]): Section[] {
  const outer = groups.filter((group) => !groups.some((other) => within(group.path, other.path)));
  const sections: Section[] = [];
  for (const path of order) {
    const group = outer.find((one) => within(path, one.path));
    const last = sections.at(-1);
    if (last && last.path === (group?.path ?? '')) last.questions.push(path);
    else if (group) sections.push({ ...group, questions: [path] });
    else sections.push({ ...NO_GROUP, questions: [path] });
  }
  const added = (group: GroupView) => group.kind === 'repeat' && group.open;
  for (const group of outer) {
    const empty = !sections.some((one) => one.path === group.path);
    if (!empty || !groups.some((one) => added(one) && (one === group || within(one.path, group.path)))) continue;
    const after = sections.findIndex((one) => order.indexOf(one.questions[0] ?? '') >= group.from);
    sections.splice(after < 0 ? sections.length : after, 0, { ...group, questions: [] });
  }
  return sections;
}

/** Whether a path stands in a group, or in an element of a repeat. */
export function within(path: string, group: string): boolean {
  return path.startsWith(`${group}/`) || path.startsWith(`${group}[`);
}

/** The next question without an answer after one, from the beginning again after the last; nothing where all are answered. */
export function unansweredAfter(
  questions: readonly { path: string; answered: boolean; asks: boolean }[],
  current: string,
): string | undefined {
  const at = questions.findIndex((one) => one.path === current);
  return [...questions.slice(at + 1), ...questions.slice(0, at + 1)].find((one) => one.asks && !one.answered)?.path;
}

/** Longest name that stands on one line of the list of sections. */
const SHORT_MAX = 24;

/** The first idea of a long title, for the list: `Finance et rentabilité économique` → `Finance`. */
export function shortTitle(title: string): string {
  const plain = title.replace(/\s*\([^()]*\)$/u, '');
  if (plain.length <= SHORT_MAX) return plain;
  const cut = plain.split(/\s*[,،;:(]\s*|\s+(?:et|and|&)\s+|\s+و(?=ال)/u)[0] ?? plain;
  return cut.length >= 4 ? cut : plain;
}

/** Where the focus goes after a save brought another order: to a question that the answer opened just after it, or where the
 * question in focus is gone, to the next that is still there. `from` is the question just answered, left for `current`. */
export function focusAfter(
  before: readonly string[],
  after: readonly string[],
  current: string,
  from: string | null,
): string {
  if (from !== null && after.includes(current)) {
    const opened = after.slice(after.indexOf(from) + 1, after.indexOf(current)).find((path) => !before.includes(path));
    if (opened !== undefined) return opened;
  }
  if (after.includes(current)) return current;
  const at = before.indexOf(current);
  const next = before.slice(at + 1).find((path) => after.includes(path));
  const previous = before.slice(0, Math.max(0, at)).findLast((path) => after.includes(path));
  return next ?? previous ?? after[0] ?? '';
}
