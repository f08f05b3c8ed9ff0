import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../_support/database.ts';
import { serveWordPress } from '../ingest/_wordpress.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXPORT = join(ROOT, 'tests/fixtures/wxr/saltmarsh-gazette.xml');

/** What a reader of the README types, block by block. The code generator is installed with the rest and run by tests/clients. */
const blocks = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/```sh\n([^]*?)```/g)]
  .map(([, lines = '']) => lines.trimEnd())
  .filter((block) => !block.startsWith('npm install -D @graphql-codegen'));

let folder: string;
let database: TestDatabase;
let wordpress: Awaited<ReturnType<typeof serveWordPress>>;
beforeAll(async () => {
  // A checkout of its own, so that nothing is written beside the sources.
  folder = mkdtempSync(join(tmpdir(), 'masthead-readme-'));
  for (const name of ['package.json', 'schema', 'src', 'node_modules'])
    symlinkSync(join(ROOT, name), join(folder, name));
  copyFileSync(EXPORT, join(folder, 'export.xml'));
  database = await createTestDatabase();
  wordpress = await serveWordPress({ users: [], categories: [], tags: [], media: [], posts: [] });
});
afterAll(async () => {
  await wordpress?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** The block with addresses that exist here. */
function script(block: string): string {
  return block
    .replace(/^npm ci\n/, '') // was run before any test
    .replaceAll('https://news.example/', `${wordpress.url} --allow-private`)
    .replace(/mongodb:\/\/localhost[^"]*/, database.uri);
}

/** All that a shell says; ends at its end, or when a server has said that it has started, which is then stopped. */
async function runShell(text: string): Promise<{ readonly said: string; readonly status: unknown }> {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn('sh', ['-ec', text], {
    cwd: folder,
    env: { PATH, HOME, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that npm's children end with it
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('"event":"started"') && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    });
  const [status] = await once(child, 'close');
  return { said, status };
}

test.each(blocks.map((block) => [block]))(
  'works as it stands in the README:\n%s',
  async (block) => {
    const text = script(block);
    const isServer = /^npm start$/m.test(text);
    const { said, status } = await runShell(text);
    const ends = isServer ? said.includes('"event":"started"') : status === 0;
    // What went wrong is in what it said.
    expect(ends && !/rejected|error/i.test(said) ? '' : said).toBe('');
  },
  120_000,
);
