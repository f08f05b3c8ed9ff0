import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql 17 ships two builds; without this Vitest would load both, and two copies refuse each other's types.
  ssr: { resolve: { conditions: ['module-sync', 'node', 'import', 'default'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
