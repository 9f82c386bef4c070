// What is wrong is said, with how often; what is well says nothing.
import { expect, it } from 'vitest';

import type { StatusView } from '../../ipc/call';
import { troublesOf } from './health';

type Health = StatusView['health'];
const GOOD: Health = { quarantined: 0, waiting: 0, tasks: 0, clock_ok: true, forked: 0, central_key_shown: null, findings: [] };

it.each<[Partial<Health>, number, string[]]>([
  [{}, 0, []],
  [{ clock_ok: false }, 2, ['settings-health-conflicts', 'settings-health-clock']],
  [{ findings: [{}, {}], waiting: 3 }, 0, ['settings-health-waiting', 'settings-health-findings']],
])('%j %d', (health, conflicts, expected) => {
  expect(troublesOf({ health: { ...GOOD, ...health }, conflicts }).map((one) => one.id)).toEqual(expected);
});
