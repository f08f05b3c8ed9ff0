import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptOptions } from './_support/script-options.ts';

/**
 * `npm test`: format, lint, types, dead code, then every test. Goes on after a failure, so that one run shows all of them;
 * the last line is `N passed, N failed`, where each of the four checks counts as one test.
 */
const USAGE = `npm test -- [FILES…]
Format, lint, types and dead code, then every test; with the names of files, or parts of them, those tests alone.
npm run test:long does the same with the long counts of random and kill tests. CHROMIUM names a browser (/usr/bin/chromium
where it is not set), MONGODB_URI a server to run on instead of the embedded one.
Exit status: 0 all passed, 1 something failed.`;

const { values, positionals: only } = scriptOptions(USAGE, {
  allowPositionals: true,
  options: { long: { type: 'boolean', default: false } },
});

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const checks: readonly (readonly [string, string, readonly string[]])[] = [
  ['format', 'oxfmt', ['--check']],
  ['lint', 'oxlint', ['src', 'tests', 'oxlint.config.ts', 'vitest.config.ts']],
  ['types', 'tsc', ['--noEmit']],
  ['dead code', 'knip', ['--no-progress']],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of only.length > 0 ? [] : checks) {
  console.log(`\n— ${name}`);
  if ((await run(command, args)) === 0) passed++;
  else failed++;
}

console.log('\n— tests');
const folder = mkdtempSync(join(tmpdir(), 'masthead-tests-'));
const report = join(folder, 'report.json');
const exit = await run(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only],
  values.long ? { TEST_LONG: '1' } : {},
);
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests }: Record<string, number> = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  passed += numPassedTests ?? 0;
  const broken = numFailedTests ?? 0;
  // A file that fails before its first test counts as one, or a broken import would look like success.
  failed += broken > 0 || exit === 0 ? broken : Math.max(1, numFailedTestSuites ?? 1);
  if (numPendingTests) console.log(`${numPendingTests} skipped; each says why in its title`);
} catch {
  failed++;
}
rmSync(folder, { recursive: true, force: true });

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || exit !== 0 ? 1 : 0;
