/** An order that a person gives to choices. */

/** Values in the order that stands, then those that are not in it yet, as they are offered. */
export function rankedOf(stored: string, offered: readonly string[]): string[] {
  const chosen = stored.split(' ').filter((value) => offered.includes(value));
  return [...chosen, ...offered.filter((value) => !chosen.includes(value))];
}

/** The same with one moved by some places; as it is where there is no such place. */
export function movedBy(order: readonly string[], at: number, steps: number): string[] {
  const to = at + steps;
  const value = order[at];
  if (value === undefined || to < 0 || to >= order.length) return [...order];
  const rest = order.filter((_, place) => place !== at);
  return [...rest.slice(0, to), value, ...rest.slice(to)];
}
