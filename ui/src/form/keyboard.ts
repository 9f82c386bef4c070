/** What a key means while a form is filled. Keys are physical (`KeyboardEvent.code`): AZERTY's digit row needs Shift, and
 * Arabic layouts move the letters; only with Ctrl a letter is the one that is printed. Knows neither the page nor the answer. */

/** The part of a keyboard event that is looked at. */
export interface Stroke {
  code: string;
  /** What the layout writes with it. */
  key?: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing?: boolean;
  /** The key is held down: the keyboard says it again and again. */
  repeat?: boolean;
}

/** Where the key arrives. */
export interface Place {
  /** A text line has the focus, and how: one line, several, or nothing. */
  typing: 'line' | 'area' | null;
  /** Several lines are one paragraph: Enter ends it. */
  paragraph?: boolean;
  /** The caret stands at the very start or end of what is typed. */
  atStart?: boolean;
  atEnd?: boolean;
  /** The page runs right to left. */
  rtl: boolean;
  /** Digits and letters alone do nothing: the person switched them off. */
  lettersOff?: boolean;
}

/** What is asked for. */
export type Act =
  | { do: 'digit'; digit: number }
  | { do: 'next' | 'previous' | 'first' | 'last' | 'sectionNext' | 'sectionPrevious' }
  | { do: 'comment' | 'not-applicable' | 'evidence' | 'guidance' | 'leave' | 'undo' | 'redo' | 'accept' }
  | { do: 'nothing' };

/** What may go on while a key is held; anything else is done once. */
const HELD: readonly Act['do'][] = ['next', 'previous', 'first', 'last', 'sectionNext', 'sectionPrevious', 'leave'];

const LETTERS: Record<string, 'comment' | 'not-applicable' | 'evidence' | 'guidance'> = {
  KeyC: 'comment',
  KeyN: 'not-applicable',
  KeyP: 'evidence',
  KeyI: 'guidance',
};

/** The act of a key, or null: then the key is left to the page. `nothing` is taken and does nothing. */
export function actOf(key: Stroke, place: Place): Act | null {
  const act = pressed(key, place);
  return act && key.repeat && !HELD.includes(act.do) ? { do: 'nothing' } : act;
}

function pressed(key: Stroke, place: Place): Act | null {
  if (key.isComposing || key.altKey || key.metaKey) return null;
  if (key.ctrlKey) return withControl(key, place);
  return place.typing ? whileTyping(key, place.typing, place) : onCard(key, place);
}

function withControl(key: Stroke, place: Place): Act | null {
  if (key.code === 'Enter' || key.code === 'NumpadEnter') return place.typing === 'area' ? { do: 'accept' } : null;
  // In a text line the keys undo what is typed there, as everywhere.
  if (place.typing) return null;
  const letter = letterOf(key);
  if (letter === 'z') return { do: key.shiftKey ? 'redo' : 'undo' };
  return letter === 'y' && !key.shiftKey ? { do: 'redo' } : null;
}

/** The letter of a shortcut: as the layout writes it, AZERTY's Z where it is printed; by its place where the layout is not
 * Latin. */
function letterOf({ key = '', code }: Stroke): string {
  const written = key.toLowerCase();
  return /^[a-z]$/.test(written) ? written : code.replace(/^Key/, '').toLowerCase();
}

function whileTyping(key: Stroke, typing: 'line' | 'area', place: Place): Act | null {
  const line = typing === 'line';
  switch (key.code) {
    case 'Escape':
      return { do: 'leave' };
    case 'Enter':
    case 'NumpadEnter':
      return line || (place.paragraph && !key.shiftKey) ? { do: 'accept' } : null;
    case 'ArrowUp':
      return !key.shiftKey && (line || place.atStart) ? { do: 'previous' } : null;
    case 'ArrowDown':
      return !key.shiftKey && (line || place.atEnd) ? { do: 'next' } : null;
    case 'PageUp':
      return { do: 'sectionPrevious' };
    case 'PageDown':
      return { do: 'sectionNext' };
    default:
      return null;
  }
}

function onCard(key: Stroke, place: Place): Act | null {
  const single = /^(?:Digit|Numpad)[0-9]$|^Key[A-Z]$/.test(key.code);
  if (single && place.lettersOff) return null;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(key.code)?.[1];
  if (digit !== undefined) return { do: 'digit', digit: Number(digit) };
  const letter = LETTERS[key.code];
  if (letter) return key.shiftKey ? null : { do: letter };
  switch (key.code) {
    case 'ArrowUp':
      return { do: 'previous' };
    case 'ArrowDown':
      return { do: 'next' };
    case 'ArrowLeft':
      return { do: place.rtl ? 'next' : 'previous' };
    case 'ArrowRight':
      return { do: place.rtl ? 'previous' : 'next' };
    case 'Home':
      return { do: 'first' };
    case 'End':
      return { do: 'last' };
    case 'PageUp':
      return { do: 'sectionPrevious' };
    case 'PageDown':
      return { do: 'sectionNext' };
    case 'Escape':
      return { do: 'leave' };
    default:
      return null;
  }
}

/** Most choices that have a digit: 1 to 9. */
const DIGITS_MAX = 9;

/** The choice that a digit names: levels by their own number, other lists by their place, from 1. */
export function choiceOf(digit: number, question: { levels: boolean; choices: { value: string }[] }): string | null {
  if (question.levels) return question.choices.find((c) => c.value === String(digit))?.value ?? null;
  if (question.choices.length > DIGITS_MAX || digit < 1) return null;
  return question.choices[digit - 1]?.value ?? null;
}

/** The digit shown on a choice, or nothing where it has none. */
export function digitOf(index: number, question: { levels: boolean; choices: { value: string }[] }): string {
  if (question.levels) return question.choices[index]?.value ?? '';
  return question.choices.length > DIGITS_MAX ? '' : String(index + 1);
}
