// A shell that is played, for tests: it answers each command by its name.
import { mockIPC } from '@tauri-apps/api/mocks';

export interface Asked {
  name: string;
  request: Record<string, unknown>;
}

/** Commands answered from now on, each by a function of its request; what it throws is a fault. `undo` touches
 * these kinds. Gives what was asked. */
export function play(answers: Record<string, (request: Record<string, unknown>) => unknown>, touched: string[] = []): Asked[] {
  (globalThis as { window?: unknown }).window ??= globalThis;
  const asked: Asked[] = [];
  mockIPC(async (_command, payload) => {
    const { name, request } = payload as { name: string; request: string };
    const read = JSON.parse(request) as Record<string, unknown>;
    asked.push({ name, request: read });
    return { value: (await answers[name]?.(read)) ?? null, touched: name === 'undo' ? touched : [] };
  });
  return asked;
}

/** A fault, as the shell gives one. */
export function fault(code: string): { code: string; args: Record<string, string>; message: string } {
  return { code, args: {}, message: code };
}
