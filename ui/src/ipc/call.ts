// The page's only way to the disk, and the only file that knows what the window is made with.
import { Channel, convertFileSrc, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import { language, t } from '../words';
import { type Failure, failureOf } from './failure';
import type { Answer } from './generated/Answer';
import type { Commands } from './generated/Commands';
import type { ProgressView } from './generated/ProgressView';
import type { ReachableView } from './generated/ReachableView';

export { Failure } from './failure';
export type * from './generated';

type Name = keyof Commands;
type Touched = (kinds: string[]) => void;

const watchers = new Set<Touched>();
const lockers = new Set<() => void>();

/** Whatever was thrown, as something that can be shown to a person. */
export function failed(reason: unknown): Failure {
  // The message ends the sentence itself.
  return failureOf(reason, (told) => t('fault-defect', { reason: told.replace(/[.\s]+$/, '') }));
}

/** Runs a command. What it touched is told to all that asked for it before the answer comes back. Rejects with a `Failure`. */
export async function call<N extends Name>(
  name: N,
  request: Commands[N]['request'],
  onprogress?: (progress: ProgressView) => void,
): Promise<Commands[N]['response']> {
  const progress = new Channel<ProgressView>();
  if (onprogress) progress.onmessage = onprogress;
  let answer: Answer;
  try {
    answer = await invoke<Answer>('call', { name, request: JSON.stringify(request), language: language(), progress });
  } catch (reason) {
    const failure = failed(reason);
    if (failure.code === 'fault-locked') for (const tell of lockers) tell();
    throw failure;
  }
  if (answer.touched.length > 0) for (const tell of watchers) tell(answer.touched);
  return answer.value as Commands[N]['response'];
}

/** Calls back with the kinds whose rows a command changed; `*` means that any may have. Returns what ends it. */
export function onTouched(tell: Touched): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** Calls back when a command finds the laptop locked. Returns what ends it. */
export function onLocked(tell: () => void): () => void {
  lockers.add(tell);
  return () => lockers.delete(tell);
}

/** Whether one of these kinds is among those touched. */
export function touches(touched: string[], ...kinds: string[]): boolean {
  return touched.includes('*') || touched.some((kind) => kinds.includes(kind));
}

/** Calls back at each event of the shell. Returns what ends it. */
function hear<T>(name: string, tell: (payload: T) => void): () => void {
  let ended = false;
  let end = () => {};
  void listen<T>(name, (event) => tell(event.payload)).then((unlisten) => {
    if (ended) unlisten();
    else end = unlisten;
  });
  return () => {
    ended = true;
    end();
  };
}

/** Calls back when the central folder comes into reach or goes. Returns what ends it. */
export function onReachable(tell: (reachable: ReachableView) => void): () => void {
  return hear('reachable', tell);
}

/** Calls back when the person closes the window, which stays until `close` is called. Returns what ends it. */
export function onClosing(tell: () => void): () => void {
  return hear('closing', tell);
}

/** Where the picture of an attachment is. */
export function photo(attachment: string): string {
  return convertFileSrc(attachment, 'photo');
}
