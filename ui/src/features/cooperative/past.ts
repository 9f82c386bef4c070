// The history of a record: what stood in each field before and after each change.

/** A change as the core tells it. */
export type Past = {
  at: string;
  clock_ok: boolean;
  person: string;
  /** Which of that person's laptops; nothing for the paper key. */
  laptop: number | null;
  operation: string;
  field: string;
  value: unknown;
  live: boolean;
  accepted: boolean;
  note: string | null;
};

/** A change with what stood there before it, and whether that would be another value than the one that stands there today. */
export type Step = Past & { before: unknown; other: boolean };

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The changes of fields, the newest first, each with what stood there before. What was not accepted changed nothing. */
export function steps(past: readonly Past[]): Step[] {
  const stood = new Map<string, unknown>();
  const found: (Past & { before: unknown })[] = [];
  for (const one of past) {
    // Whether the row is, not what stands in it.
    if (one.field.startsWith('_')) continue;
    const before = stood.get(one.field) ?? null;
    found.push({ ...one, before });
    if (one.accepted) stood.set(one.field, one.value);
  }
  return found.reverse().map((one) => ({ ...one, other: !alike(one.before, stood.get(one.field) ?? null) }));
}

/** Steps that were made at one moment by one person stand together. */
export function together(all: readonly Step[]): { key: string; head: Step; steps: Step[] }[] {
  const groups: { key: string; head: Step; steps: Step[] }[] = [];
  let moment = '';
  for (const step of all) {
    const last = groups.at(-1);
    const own = `${step.at} ${step.person} ${step.laptop ?? ''} ${step.operation}`;
    if (last && own === moment) last.steps.push(step);
    else groups.push({ key: own, head: step, steps: [step] });
    moment = own;
  }
  // Counted from the oldest, so that an entry keeps its key when others come.
  return groups.map((group, i) => ({ ...group, key: `${groups.length - i} ${group.key}` }));
}
