// What in a central folder can be repaired from this laptop.
import type { Failure, SyncView } from '../../ipc/call';

/** Failures before anything was read: the folder has lost what makes it the programme's. */
const LOST = ['fault-header-missing', 'fault-header-bad', 'fault-no-centre'];
/** Findings of a sync: something there is not as it was written. */
const DAMAGED = ['finding-segment-bad', 'finding-central-file-damaged', 'finding-moved-aside'];

/** Whether repairing may help where the folder could not be met. */
export function lost(failure: Failure | null): boolean {
  return failure !== null && LOST.includes(failure.code);
}

/** Whether a sync saw damage: reading everything again finds the rest of it. */
export function damaged(report: SyncView | null): boolean {
  return report?.findings.some(({ code }) => DAMAGED.includes(code)) ?? false;
}
