import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#lib/make-folder.ts';
import { startEmbedded, type EmbeddedServer } from './start.ts';
import { answersAt, succeed } from './succession.ts';

/** A server on the data of a folder: this process's own, or the one that another process runs there. */
export interface DataDirServer extends AsyncDisposable {
  /** Stays the same when the server of another process ends and this process goes on with it. */
  readonly uri: string;
  /** True as long as another process runs it: closing ends nothing then. */
  readonly shared: boolean;
}

/** How processes on one machine find the server on a folder. */
const serverFile = z.object({ pid: z.int(), uri: z.string() });

/**
 * Joins the server that runs on the folder's data, or starts one and says so in `server.json`; a stale file is ignored. When a server that was
 * joined ends before this one is closed, one of those who joined it goes on at its address.
 * Rejects with the `code`s of startEmbedded.
 */
export async function openDataDir(
  folder: string,
  { port = 0 }: { readonly port?: number } = {},
): Promise<DataDirServer> {
  const file = join(folder, 'server.json');
  const start = async (at: number): Promise<EmbeddedServer> => {
    const server = await startEmbedded({ path: join(folder, 'masthead.db'), port: at });
    await writeFile(file, JSON.stringify({ pid: process.pid, uri: server.uri }));
    return server;
  };
  const end = async (server: EmbeddedServer): Promise<void> => {
    await rm(file, { force: true });
    await server.close();
  };
  const running = await runningAt(file);
  if (running !== null) {
    const succession = succeed(running.port, () => start(running.port));
    return {
      uri: running.uri,
      get shared() {
        return succession.server === null;
      },
      async [Symbol.asyncDispose]() {
        const server = await succession.end();
        if (server !== null) await end(server);
      },
    };
  }
  await makeFolder(folder);
  const server = await start(port);
  return { uri: server.uri, shared: false, [Symbol.asyncDispose]: () => end(server) };
}

/** The address in the file, if a server answers there. */
async function runningAt(file: string): Promise<{ readonly uri: string; readonly port: number } | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const parsed = serverFile.safeParse(parseJson(text));
  const port = parsed.success ? Number(URL.parse(parsed.data.uri)?.port) : Number.NaN;
  return parsed.success && Number.isInteger(port) && (await answersAt(port)) ? { uri: parsed.data.uri, port } : null;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
