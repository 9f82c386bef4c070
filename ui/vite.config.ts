import { svelte } from '@sveltejs/vite-plugin-svelte';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

// The page is served by the shell from its own files under a CSP of 'self': nothing is inlined, nothing comes from outside.
export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  server: {
    host: '127.0.0.1',
    // Where the shell looks for it while it is developed: `devUrl` in tauri.conf.json.
    port: Number(loadEnv(mode, '.')['VITE_PORT'] ?? 1420),
    strictPort: true,
    // The messages lie beside their crate, outside this folder.
    fs: { allow: ['..'] },
  },
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
  },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { include: ['src/**/*.test.ts', 'tests/**/*.test.ts'], environment: 'node' },
}));
