/** What the frame does by a key, wherever one is. */
export type Ask = 'find' | 'help' | 'lock' | 'larger' | 'smaller' | 'usual';

type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'isComposing'> & { target?: EventTarget | null };

/** Whether what has the focus takes letters. */
function typing(target: EventTarget | null | undefined): boolean {
  return typeof HTMLElement !== 'undefined' && target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** The ask of a key, or nothing. `?` alone is a single key: it can be switched off, F1 cannot. */
export function askOf(key: Stroke, letters: boolean): Ask | null {
  if (key.isComposing || key.altKey || key.metaKey) return null;
  if (key.key === 'F1') return 'help';
  if (!key.ctrlKey) return key.key === '?' && letters && !typing(key.target) ? 'help' : null;
  // A letter as it is printed; by its place where the layout is not Latin.
  const letter = /^[a-z]$/i.test(key.key) ? key.key.toLowerCase() : key.code.replace(/^Key/, '').toLowerCase();
  if (letter === 'k') return 'find';
  if (letter === 'l' && key.shiftKey) return 'lock';
  if (key.key === '+' || key.key === '=' || key.code === 'NumpadAdd') return 'larger';
  if (key.key === '-' || key.code === 'NumpadSubtract') return 'smaller';
  return key.code === 'Digit0' || key.code === 'Numpad0' ? 'usual' : null;
}
