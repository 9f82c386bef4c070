// A check that never fails is worth nothing: svelte-check has to report the planted mistake, and it alone.
import { spawnSync } from 'node:child_process';

const args = ['svelte-check', '--tsconfig', './tests/planted/tsconfig.json', '--output', 'machine', '--fail-on-warnings'];
const { status, stdout, stderr } = spawnSync('npx', ['--no-install', ...args], { encoding: 'utf8', shell: process.platform === 'win32' });
const reported = stdout.split('\n').filter((line) => /^\d+ (ERROR|WARNING) /.test(line));
const planted = (line) => / ERROR ".*Planted\.svelte" 5:\d+ .*'string' is not assignable to type 'number'/.test(line);

if (status === 0 || reported.length !== 1 || !reported.every(planted)) {
  console.error('svelte-check did not report exactly the planted mistake:\n' + stdout + stderr);
  process.exit(1);
}
console.log('svelte-check reported exactly the planted mistake');
