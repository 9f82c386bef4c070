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

/** A change with what stood there before it. */
export type Step = Past & { before: unknown; same: boolean };

/** The changes of fields, the newest first, each with what stood there before. What was not accepted changed nothing. */
export function steps(past: readonly Past[]): Step[] {
  const stood = new Map<string, unknown>();
  const found: Step[] = [];
  for (const one of past) {
    // Whether the row is, not what stands in it.
    if (one.field.startsWith('_')) continue;
    const before = stood.get(one.field) ?? null;
    found.push({ ...one, before, same: JSON.stringify(before) === JSON.stringify(one.value) });
    if (one.accepted) stood.set(one.field, one.value);
  }
  return found.reverse();
}

/** Steps that were made at one moment by one person stand together. */
export function together(all: readonly Step[]): { key: string; head: Step; steps: Step[] }[] {
  const groups: { key: string; head: Step; steps: Step[] }[] = [];
  let moment = '';
  for (const step of all) {
    const last = groups.at(-1);
    const own = `${step.at} ${step.person} ${step.laptop ?? ''} ${step.operation}`;
    if (last && own === moment) last.steps.push(step);
    else groups.push({ key: `${groups.length} ${own}`, head: step, steps: [step] });
    moment = own;
  }
  return groups;
}
