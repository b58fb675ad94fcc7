import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests load the built package as Node does, so that what is tested is what is shipped.
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 60_000,
  },
})
