import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbedded } from '#embedded/start.ts';
import { code } from './database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('data, types and indexes survive a restart', async () => {
  const path = join(folder, 'new', 'data.db');
  {
    await using server = await startEmbedded({ path });
    await using client = new MongoClient(server.uri);
    const c = client.db('d').collection<{ _id: number; a: number }>('c');
    await c.createIndex({ a: 1 }, { unique: true });
    await c.insertOne({ _id: 1, a: 1 });
  }
  await using server = await startEmbedded({ path });
  await using client = new MongoClient(server.uri);
  const c = client.db('d').collection<{ _id: number; a: number }>('c');
  expect(await c.findOne({ a: 1 })).toEqual({ _id: 1, a: 1 });
  expect(await code(c.insertOne({ _id: 2, a: 1 }))).toBe(11000);
});

test('a port that is taken is told by its code', async () => {
  await using server = await startEmbedded();
  const port = Number(new URL(server.uri).port);
  await expect(startEmbedded({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('a file that this process has open already is refused', async () => {
  const path = join(folder, 'data.db');
  await using _server = await startEmbedded({ path });
  await expect(startEmbedded({ path })).rejects.toMatchObject({ code: 'EMBEDDED_LOCKED' });
});

test('a file that another process has open is refused until that process dies', async () => {
  const path = join(folder, 'data.db');
  const script = `import { startEmbedded } from ${JSON.stringify(import.meta.resolve('#embedded/start.ts'))};
    await startEmbedded({ path: ${JSON.stringify(path)} });
    console.log('started');`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(other.stdout, 'data');
    await expect(startEmbedded({ path })).rejects.toMatchObject({ code: 'EMBEDDED_LOCKED' });
  } finally {
    other.kill('SIGKILL');
  }
  await once(other, 'exit');
  await using server = await startEmbedded({ path });
  expect(server.uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?replicaSet=/);
});

test('closing twice is closing once, also with a client connected', async () => {
  const server = await startEmbedded();
  await using client = new MongoClient(server.uri, { serverSelectionTimeoutMS: 500 });
  await client.connect();
  await Promise.all([server.close(), server.close()]);
  await expect(client.db('d').command({ ping: 1 })).rejects.toThrow(/ECONNREFUSED|closed|selection/);
});

test('a path that cannot be opened is told, and not as a lock', async () => {
  const path = join(folder, 'directory');
  mkdirSync(path);
  await expect(startEmbedded({ path })).rejects.not.toMatchObject({ code: 'EMBEDDED_LOCKED' });
});

test('a start that fails is told, also where its thread has ended before anybody listened', async () => {
  const path = join(folder, 'held.db');
  await using _server = await startEmbedded({ path });
  const failing = startEmbedded({ path });
  // The thread ends meanwhile: its report and its end are heard in one turn.
  const until = performance.now() + 1_500;
  while (performance.now() < until);
  await expect(failing).rejects.toMatchObject({ code: 'EMBEDDED_LOCKED' });
});
