// Trying the printed key: some of its groups are typed back from the paper.

/** How many groups are asked for. */
export const ASKED = 3;

/** Which groups are asked for: never the first ones, which are the same on every paper key, and no two alike. */
export function drawn(count: number, chance: () => number = Math.random): number[] {
  const places = Array.from({ length: Math.max(0, count - 2) }, (_, i) => i + 2);
  const chosen: number[] = [];
  while (chosen.length < ASKED && places.length > 0) {
    chosen.push(...places.splice(Math.floor(chance() * places.length), 1));
  }
  return chosen.sort((a, b) => a - b);
}

/** Whether what was typed is this group; spaces and capitals do not matter. */
export function same(typed: string, group: string): boolean {
  return typed.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() === group.toLowerCase();
}
