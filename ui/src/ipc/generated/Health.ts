import type { Finding } from './Finding';

export type Health = {
  quarantined: number;
  waiting: number;
  tasks: number;
  clock_ok: boolean;
  forked: number;
  central_key_shown: string | null;
  findings: Finding[] | null;
};
