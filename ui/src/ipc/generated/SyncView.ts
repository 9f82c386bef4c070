import type { Finding } from './Finding';

export type SyncView = {
  sent: number;
  received: number;
  conflicts: number;
  quarantined: number;
  hidden: number;
  delivered: boolean;
  /** Generation. */
  published: number | null;
  bytes_read: number;
  bytes_written: number;
  duration_ms: number;
  findings: Finding[];
  healed: number;
  attachments_sent: number;
  attachments_received: number;
};
