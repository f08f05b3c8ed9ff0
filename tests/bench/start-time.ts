import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { quantile } from './measure.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** How often it is asked until it answers. */
const ASK_EVERY_MS = 20;
const LIMIT_MS = 60_000;

/** A table of medians over `count` starts: on an empty folder, on that one again, and on the named folders. */
export async function startTable(folders: readonly (readonly [string, string])[], count: number): Promise<string> {
  const rows: string[] = [];
  const empty: number[] = [];
  const filled: number[] = [];
  for (let at = 0; at < count; at++) {
    const folder = await mkdtemp(join(tmpdir(), 'masthead-start-'));
    empty.push(await startTime(folder));
    filled.push(await startTime(folder));
    await rm(folder, { recursive: true });
  }
  const row = (name: string, all: readonly number[]) => `| ${name} | ${(quantile(all, 0.5) / 1_000).toFixed(1)} s |`;
  rows.push(row('an empty folder, which it fills with the sample newsroom', empty), row('that folder again', filled));
  for (const [name, folder] of folders) {
    const all: number[] = [];
    for (let at = 0; at < count; at++) all.push(await startTime(folder));
    rows.push(row(name, all));
  }
  return ['| `npm start` on | first answer after |', '| --- | --: |', ...rows].join('\n');
}

/** Milliseconds from starting `npm start` on a data folder to the first answer of a query. */
async function startTime(dataDir: string): Promise<number> {
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const started = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { PATH, HOME, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
    // A group of its own: npm hands a signal on only now and then.
    detached: true,
  });
  const exit = once(child, 'exit');
  try {
    while (performance.now() - started < LIMIT_MS) {
      if (await answers(port)) return performance.now() - started;
      await pause(ASK_EVERY_MS);
    }
    throw new Error('npm start did not answer within a minute');
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await exit;
    await portIsFree(port);
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ articles(first: 1) { nodes { headline } } }' }),
    });
    const { data } = await response.json();
    return data.articles.nodes.length === 1;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('it listens on TCP');
  return address.port;
}

/** The server below npm ends a little later than npm itself. */
async function portIsFree(port: number): Promise<void> {
  while (await answers(port)) await pause(ASK_EVERY_MS);
}
