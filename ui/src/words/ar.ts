import type { Texts } from './load';

const texts: Texts = import.meta.glob(
  [
    '../../../src-tauri/crates/terrain-words/ftl/ar/**/*.ftl',
    '!**/command.ftl',
    '!**/help.ftl',
  ],
  { query: '?raw', import: 'default', eager: true },
);

export default texts;
