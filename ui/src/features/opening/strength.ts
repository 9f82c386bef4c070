// How strong a passphrase is: a known estimator and its list of common passwords, read when somebody first types one.
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** From 0, found at once, to 4, beyond reach. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** What a passphrase must reach: with the local key's 64 MiB a guess, years for a thief. */
export const STRONG_ENOUGH: Strength = 3;
/** Longer ones take long to look at, and are strong. */
const LOOKED_AT_MAX = 60;

let estimator: Promise<ZxcvbnFactory> | null = null;

async function bring(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/** How strong it is; words that everybody around knows, such as the person's name, count for nothing. */
export async function strengthOf(passphrase: string, known: readonly string[]): Promise<Strength> {
  if (passphrase.length > LOOKED_AT_MAX) return 4;
  estimator ??= bring();
  const words = known.flatMap((text) => [text, ...text.split(/\s+/)]).filter((word) => word.length > 2);
  return (await estimator).check(passphrase, [...words, 'mourafaka', 'terrain', 'cooperative', 'souss', 'massa', 'agadir', 'maroc']).score;
}
