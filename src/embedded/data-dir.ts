import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#lib/make-folder.ts';
import { startEmbedded } from './start.ts';

/** A server on the data of a folder: this process's own, or the one that another process runs there. */
export interface DataDirServer extends AsyncDisposable {
  readonly uri: string;
  /** True where another process runs it: closing ends nothing then. */
  readonly shared: boolean;
}

/** How processes on one machine find the server on a folder. */
const serverFile = z.object({ pid: z.int(), uri: z.string() });
const ANSWER_MS = 1_000;

/**
 * Joins the server that runs on the folder's data, or starts one and says so in `server.json`; a stale file is ignored.
 * Rejects with the `code`s of startEmbedded.
 */
export async function openDataDir(
  folder: string,
  { port = 0 }: { readonly port?: number } = {},
): Promise<DataDirServer> {
  const file = join(folder, 'server.json');
  const running = await runningAt(file);
  if (running !== null) return { uri: running, shared: true, [Symbol.asyncDispose]: async () => {} };
  await makeFolder(folder);
  const server = await startEmbedded({ path: join(folder, 'masthead.db'), port });
  await writeFile(file, JSON.stringify({ pid: process.pid, uri: server.uri }));
  return {
    uri: server.uri,
    shared: false,
    async [Symbol.asyncDispose]() {
      await rm(file, { force: true });
      await server.close();
    },
  };
}

/** The address in the file, if a server answers there. */
async function runningAt(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const parsed = serverFile.safeParse(parseJson(text));
  const port = parsed.success ? Number(URL.parse(parsed.data.uri)?.port) : Number.NaN;
  return parsed.success && Number.isInteger(port) && (await answers(port)) ? parsed.data.uri : null;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function answers(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host: '127.0.0.1', timeout: ANSWER_MS });
  socket.once('connect', () => resolve(true));
  socket.once('error', () => resolve(false));
  socket.once('timeout', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
