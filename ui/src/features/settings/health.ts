/** What is not as it should be on this laptop, in words that say how many. */
import type { StatusView } from '../../ipc/call';

export function troublesOf({ health, conflicts }: Pick<StatusView, 'health' | 'conflicts'>): { id: string; count: number }[] {
  const findings = Array.isArray(health.findings) ? health.findings.length : 0;
  const all = [
    { id: 'settings-health-quarantined', count: health.quarantined },
    { id: 'settings-health-waiting', count: health.waiting },
    { id: 'settings-health-conflicts', count: conflicts },
    { id: 'settings-health-tasks', count: health.tasks },
    { id: 'settings-health-forked', count: health.forked },
    { id: 'settings-health-clock', count: health.clock_ok ? 0 : 1 },
    { id: 'settings-health-findings', count: findings },
  ];
  return all.filter((one) => one.count > 0);
}
