import type { FaultView } from './generated/FaultView';

/** A call that did not succeed: branch on `code`, show `message`, which is in the language it was asked in. */
export class Failure extends Error {
  readonly code: string;
  readonly args: Record<string, string>;

  constructor(fault: FaultView) {
    super(fault.message);
    this.name = 'Failure';
    this.code = fault.code;
    this.args = fault.args;
  }
}

function isFault(reason: unknown): reason is FaultView {
  return typeof reason === 'object' && reason !== null && 'code' in reason && 'message' in reason;
}

/** Whatever was thrown, as a failure; what the shell did not put into words is a defect of the application. */
export function failureOf(reason: unknown, say: (reason: string) => string): Failure {
  if (reason instanceof Failure) return reason;
  if (!(reason instanceof Error) && isFault(reason)) return new Failure(reason);
  const told = reason instanceof Error ? reason.message : String(reason);
  return new Failure({ code: 'fault-defect', args: { reason: told }, message: say(told) });
}
