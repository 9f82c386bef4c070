import type { Health } from './Health';

export type StatusView = {
  person: string;
  role: string | null;
  unsent: number;
  /** UTC. */
  last_sync: string | null;
  conflicts: number;
  drafts: number;
  health: Health;
  programme: string;
  central: string | null;
};
