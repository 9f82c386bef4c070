/** A form as a tree, in its order: runs of questions, groups, repeats with their elements. */
import type { GroupView, QuestionView } from '../ipc/generated';
import { drawnAs } from './drawn';
import { within } from './sections';

export type Block = { questions: string[] } | { group: GroupView; blocks: Block[] };

/** The tree of groups and questions; both are in the order of the form. */
export function outlineOf(groups: readonly GroupView[], order: readonly string[]): Block[] {
  const top: Block[] = [];
  const stack: { path: string; blocks: Block[] }[] = [];
  const around = (path: string) => {
    while (stack.length > 0 && !within(path, stack.at(-1)?.path ?? '')) stack.pop();
    return stack.at(-1)?.blocks ?? top;
  };
  let next = 0;
  const open = (before: number) => {
    for (let group = groups[next]; group && group.from <= before; group = groups[++next]) {
      const blocks: Block[] = [];
      around(group.path).push({ group, blocks });
      stack.push({ path: group.path, blocks });
    }
  };
  order.forEach((path, at) => {
    open(at);
    const blocks = around(path);
    const last = blocks.at(-1);
    if (last && 'questions' in last) last.questions.push(path);
    else blocks.push({ questions: [path] });
  });
  open(order.length);
  return filled(top);
}

/** Without groups in which nothing stands; a repeat is there to be added to. */
function filled(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if ('questions' in block) return [block];
    const inside = filled(block.blocks);
    return inside.length > 0 || block.group.kind === 'repeat' ? [{ ...block, blocks: inside }] : [];
  });
}

type Sized = Pick<QuestionView, 'control' | 'appearance' | 'choices' | 'levels' | 'bounds'>;

/** How much of a row a question takes: what it needs, a half, all of it. */
export function widthOf(view: Sized): 'short' | 'half' | 'full' {
  if (view.control === 'text') return view.appearance.includes('numbers') ? 'short' : 'half';
  const drawn = drawnAs(view, true);
  if (drawn === 'segments' || (drawn === 'line' && view.control !== 'line')) return 'short';
  return ['menu', 'search', 'range', 'acknowledge'].includes(drawn) ? 'half' : 'full';
}

/** Most questions of an element that stand in one row of a table. */
const COLUMNS_MAX = 4;

/** The questions of each element, where a repeat is drawn as a table: few of them in each, each of one line. */
export function rowsOf(elements: readonly Block[], viewOf: (path: string) => QuestionView | undefined): string[][] | null {
  const rows: string[][] = [];
  for (const element of elements) {
    if (!('group' in element)) return null;
    const [only, ...others] = element.blocks;
    if (!only || others.length > 0 || !('questions' in only) || only.questions.length > COLUMNS_MAX) return null;
    const fits = (view: QuestionView | undefined) =>
      view && !view.appearance.includes('multiline') && ['line', 'menu'].includes(drawnAs(view, true)) && view.control !== 'line';
    if (!only.questions.every((path) => fits(viewOf(path)))) return null;
    rows.push(only.questions);
  }
  const columns = (row: string[]) => row.map((path) => viewOf(path)?.name).join(' ');
  return rows.every((row) => columns(row) === columns(rows[0] ?? [])) ? rows : null;
}

/** Number of each question that asks, by its path, from 1; notes have none. */
export function numbersOf(paths: readonly string[], viewOf: (path: string) => Pick<QuestionView, 'control'> | undefined): Map<string, number> {
  const asked = paths.filter((path) => viewOf(path)?.control !== 'note');
  return new Map(asked.map((path, at) => [path, at + 1]));
}
