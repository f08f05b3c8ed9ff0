import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'masthead-main-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

function startProcess(env: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['src/main.ts'], {
    env: { PATH, PORT: '0', DATA_DIR: join(dataDir, 'data'), SEED: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a process that ends by itself said on standard error, and its status. */
async function ended(child: ChildProcess): Promise<{ said: string; status: unknown }> {
  const [said, [status]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
  return { said, status };
}

/** The lines of a process's log as they come, parsed. */
async function* linesOf(child: ChildProcess): AsyncGenerator<Readonly<Record<string, unknown>>> {
  if (!child.stdout) return;
  // Each line of a log that goes to no terminal is one JSON object.
  for await (const line of createInterface(child.stdout)) yield JSON.parse(line) as Readonly<Record<string, unknown>>;
}

test.each([
  ['SIGTERM', { NODE_ENV: 'development' }],
  ['SIGINT', { NODE_ENV: 'production', EMBEDDED_IN_PRODUCTION: 'yes' }],
] as const)('a process says where it answers and ends in order at %s', async (signal, env) => {
  const child = startProcess(env);
  const exit = once(child, 'exit');
  const lines = linesOf(child);
  const { value: started } = await lines.next();
  expect(started).toMatchObject({ event: 'started', database: 'masthead', kind: 'embedded', articles: 0 });
  const url = String(started?.['url']);
  expect(started?.['graphiql']).toBe(signal === 'SIGTERM' ? `${url}/graphql` : undefined);

  const ready = await fetch(`${url}/ready`);
  expect([ready.status, await ready.json()]).toMatchObject([200, { database: 'masthead', kind: 'embedded' }]);
  const answer = await fetch(`${url}/graphql?query={__typename}`);
  expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });

  child.kill(signal);
  const rest = await Array.fromAsync(lines);
  expect(rest.map(({ event }) => event)).toEqual(['request', 'stopping', 'stopped']);
  expect(await exit).toEqual([0, null]);
});

test('a port that is taken is one sentence and status 1', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  expect(await ended(startProcess({ PORT: port }))).toEqual({
    said: `Port ${port} is taken: stop what listens there, or set PORT to another one.\n`,
    status: 1,
  });
  holder.close();
});

test('wrong variables are one sentence each and status 1', async () => {
  expect(await ended(startProcess({ PORT: 'x', SEED: 'y' }))).toEqual({
    said: 'PORT: must be a whole number from 0 to 65535\nSEED: must be auto or off\n',
    status: 1,
  });
});

test('a MongoDB that cannot be reached is one sentence without a stack, and status 1', async () => {
  const { said, status } = await ended(startProcess({ MONGODB_URI: 'mongodb://user:secret-marker@127.0.0.1:1/news' }));
  expect([status, said.trim().split('\n').length]).toEqual([1, 1]);
  expect(said).not.toMatch(/secret-marker|\bat .*:\d+/);
});
