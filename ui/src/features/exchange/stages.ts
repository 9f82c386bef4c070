import type { ProgressView } from '../../ipc/call';

/** What a sync does, in the order in which a person can follow it. */
export const STAGES = ['read', 'merge', 'check', 'write', 'verify', 'publish'] as const;
export type Stage = (typeof STAGES)[number];

export type StageRun = { stage: Stage; done: number; total: number; began_ms: number | null; ended_ms: number | null };
/** Stages that were begun have a beginning; the one that has no end yet is under way. */
export type Run = { stages: StageRun[]; now: number };

/** Where the core's steps belong. It reads again a part of the centre before it writes, and what it wrote afterwards. */
const STEPS: Record<ProgressView['step'], Stage> = {
  header: 'read',
  list: 'read',
  pull: 'read',
  merge: 'merge',
  seal: 'write',
  push: 'write',
  verify: 'verify',
  publish: 'publish',
  copy: 'write', // of a backup alone
};

export function begun(): Run {
  return { stages: STAGES.map((stage) => ({ stage, done: 0, total: 0, began_ms: null, ended_ms: null })), now: -1 };
}

/** Where a step of the core is in the list; a stage that was passed is never gone back to. */
function placeOf(step: ProgressView['step'], now: number): number {
  const stage = step === 'verify' && now < STAGES.indexOf('write') ? 'check' : STEPS[step];
  return Math.max(now, STAGES.indexOf(stage));
}

/** After the core has told a step, at this moment of a clock that only goes forward. */
export function advanced(run: Run, told: ProgressView, at_ms: number): Run {
  const now = placeOf(told.step, run.now);
  const exact = STAGES[now] === STEPS[told.step] || STAGES[now] === 'check';
  const stages = run.stages.map((one, i) => {
    if (i < now) return one.began_ms !== null && one.ended_ms === null ? { ...one, ended_ms: at_ms } : one;
    if (i > now) return one;
    const counts = exact && told.total > 1 ? { done: told.done, total: told.total } : {};
    return { ...one, ...counts, began_ms: one.began_ms ?? at_ms };
  });
  return { stages, now };
}

/** How far the whole has come, in thousandths: each stage an equal part. For the eye only. */
export function permille(run: Run, stages: readonly Stage[]): number {
  const parts = run.stages.filter(({ stage }) => stages.includes(stage));
  const done = parts.map((one) => {
    const at = STAGES.indexOf(one.stage);
    if (at < run.now) return 1;
    return at === run.now && one.total > 0 ? Math.min(1, one.done / one.total) : 0;
  });
  return Math.round((1000 * done.reduce((sum, part) => sum + part, 0)) / Math.max(1, parts.length));
}

/** A duration in seconds as it is shown: what took no time to speak of took a tenth. */
export function seconds(duration_ms: number): number {
  return Math.max(0.1, duration_ms / 1000);
}
