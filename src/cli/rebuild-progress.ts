import type { Bulk } from '#app/related-writing.ts';

type Shown = NonNullable<NonNullable<Parameters<Bulk['finish']>[0]>['onProgress']>;

/** As often as a line on a terminal changes. */
const EVERY_MS = 500;

/** Tells on a terminal how far a rebuild of related stories is; elsewhere nothing. */
export function createRebuildProgress(): { readonly show: Shown; readonly end: () => void } {
  let told = 0;
  return {
    show({ pass, done, of }) {
      if (!process.stderr.isTTY || Date.now() - told < EVERY_MS) return;
      told = Date.now();
      process.stderr.write(`\rRelated stories: ${pass} of ${done} of ${of} articles      `);
    },
    end() {
      if (told > 0) process.stderr.write('\n');
    },
  };
}
