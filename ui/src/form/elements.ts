// Elements of a repeat: how a person knows one, one more, one less, one elsewhere.
import { toasts } from '../kit/toasts.svelte';
import { t } from '../words';
import type { EntryPage } from './entry.svelte';
import { within } from './sections';

/** Answers by which a person knows an element. */
const KNOWN_BY = 2;

/** The first answers of an element. */
export function knownBy(page: EntryPage, element: string): string {
  const asked = page.order.filter((path) => within(path, element)).map((path) => page.question(path));
  const shown = asked.map((question) => (question && question.view.control !== 'note' ? question.shown : ''));
  return shown.filter(Boolean).slice(0, KNOWN_BY).join(t('frame-between'));
}

/** Adds an element to a repeat and goes to its first question. */
export async function addElement(page: EntryPage, repeat: string): Promise<void> {
  const before = page.groups.filter((group) => group.kind === 'element' && group.path.startsWith(`${repeat}[`)).length;
  const done = await page.changing(() => page.fill({ add: [repeat] }));
  const first = page.order.find((path) => path.startsWith(`${repeat}[${before + 1}]/`));
  if (done && first !== undefined) page.go(first);
}

/** Takes an element away, and offers to take that back. The person stays in the section, also where nothing is left in it. */
export async function removeElement(page: EntryPage, element: string, name: string): Promise<void> {
  const section = page.section?.path;
  if (!(await page.changing(() => page.fill({ remove: [element] })))) return;
  const left = page.sections.find((one) => one.path === section);
  if (left && left !== page.section) page.enterSection(left);
  toasts.say(t('filling-removed', { name }), { action: { label: t('filling-take-back'), run: () => void page.undo('undo') } });
}

/** Puts an element at the place, from 1, where another stands. The person stays at the question, which moves along. */
export async function moveElement(page: EntryPage, element: string, other: string, place: number): Promise<void> {
  const inside = within(page.current, element) ? page.current.slice(element.length) : '';
  if (!(await page.changing(() => page.fill({ move: [[element, place]] })))) return;
  const there = page.order.filter((path) => within(path, other));
  page.go(there.find((path) => path === other + inside) ?? there[0] ?? '');
}
