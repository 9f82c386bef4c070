// The page is served, while it is developed, where the shell looks for it.
import { expect, test } from 'vitest';

import shell from '../../src-tauri/tauri.conf.json';
import config from '../vite.config';

test('the development server stands where the shell looks', async () => {
  const made = await config({ command: 'serve', mode: 'development' });
  expect(`http://localhost:${made.server?.port}`).toBe(shell.build.devUrl);
});
