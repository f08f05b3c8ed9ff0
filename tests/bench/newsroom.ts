import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Db, MongoClient } from 'mongodb';
import { TERMS_VERSION } from '#related/stored.ts';
import { type Measured, startMeasured } from './processes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A seeded newsroom and the process that serves its data; null where that is a MongoDB of somebody else's. */
export interface Newsroom {
  readonly articles: number;
  readonly uri: string;
  readonly database: Measured | null;
}

/** Seeds a database unless it was seeded before by a version that stored the same; a folder that is kept is only read the next time. */
export async function seedNewsroom(articles: number, seed: number, { folder, mongodbUri }: Place): Promise<void> {
  const done = join(folder, 'seeded.json');
  // Related stories of another version would be made anew by the gateway while it is measured.
  const seeded = JSON.stringify({ articles, seed, version: TERMS_VERSION });
  if (mongodbUri === null && existsSync(done)) {
    if ((await readFile(done, 'utf8')) === seeded) return;
    await rm(folder, { recursive: true });
  }
  await mkdir(folder, { recursive: true });
  const { PATH = '' } = process.env;
  const where = mongodbUri === null ? { DATA_DIR: folder } : { MONGODB_URI: databaseUri(mongodbUri, articles) };
  const args = ['src/cli.ts', 'seed', '--articles', String(articles), '--seed', String(seed)];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { PATH, ...where }, stdio: ['ignore', 2, 2] });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`seeding ended with ${String(status)}`);
  await writeFile(done, seeded);
}

export interface Place {
  readonly folder: string;
  readonly mongodbUri: string | null;
}

/** Starts the database of a seeded newsroom. */
export async function openNewsroom(articles: number, { folder, mongodbUri }: Place): Promise<Newsroom> {
  const database =
    mongodbUri === null
      ? await startMeasured({
          args: ['src/cli.ts', 'db', '--data', folder],
          on: 'rest',
          ready: (line) => (line.startsWith('mongodb:') ? line : null),
        })
      : null;
  const uri = databaseUri(mongodbUri ?? database?.url ?? '', articles, mongodbUri === null);
  return { articles, uri, database };
}

/** Gives `act` the newsroom's database. */
export async function withDatabase<Value>({ uri }: Newsroom, act: (db: Db) => Promise<Value>): Promise<Value> {
  const client = await MongoClient.connect(uri);
  try {
    return await act(client.db(new URL(uri).pathname.slice(1)));
  } finally {
    await client.close();
  }
}

/** The same server, with a database of its own for each size. */
function databaseUri(uri: string, articles: number, embedded = false): string {
  const url = new URL(uri);
  url.pathname = embedded ? '/masthead' : `/masthead_bench_${articles}`;
  return url.href;
}
