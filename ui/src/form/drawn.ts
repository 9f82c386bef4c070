/** Which control draws a question. */
import type { QuestionView } from '../ipc/generated';

export type Drawn =
  | 'note' | 'file' | 'acknowledge' | 'segments' | 'menu' | 'search' | 'several' | 'list' | 'rank' | 'range' | 'point' | 'line';

/** Above this many choices, one is looked for by typing. */
const SEARCHED_FROM = 13;
/** Most choices, and most letters of all of them, that stand in segments beside other questions. */
const SEGMENTS_MAX = 5;
const SEGMENTS_LETTERS = 56;

type Asked = Pick<QuestionView, 'control' | 'appearance' | 'choices' | 'levels' | 'bounds'>;

/** The control of a question; `compact` where others stand beside it. */
export function drawnAs({ control, appearance, choices, levels, bounds }: Asked, compact: boolean): Drawn {
  const wishes = (...words: string[]) => appearance.some((word) => words.includes(word.replace(/\(.*$/, '')));
  switch (control) {
    case 'one':
      if (levels) return 'list';
      if (wishes('search', 'autocomplete') || choices.length >= SEARCHED_FROM) return 'search';
      if (wishes('minimal', 'quick')) return 'menu';
      if (!compact && !wishes('likert', 'columns-pack', 'horizontal', 'horizontal-compact')) return 'list';
      return segmented(choices) ? 'segments' : compact ? 'menu' : 'list';
    case 'many':
      return compact || choices.length >= SEARCHED_FROM || wishes('minimal', 'search', 'autocomplete') ? 'several' : 'list';
    case 'number':
      return bounds ? 'range' : 'line';
    case 'rank':
    case 'file':
    case 'point':
    case 'note':
    case 'acknowledge':
      return control;
    default:
      return 'line';
  }
}

function segmented(choices: readonly { label: string }[]): boolean {
  const letters = choices.reduce((sum, choice) => sum + choice.label.length, 0);
  return choices.length > 0 && choices.length <= SEGMENTS_MAX && letters <= SEGMENTS_LETTERS;
}
