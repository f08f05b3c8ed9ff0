import { once } from 'node:events';
import { openDataDir } from '#embedded/data-dir.ts';
import { StartError } from '#errors.ts';

/** Runs the embedded database alone until SIGINT or SIGTERM, so that any MongoDB client can look inside. */
export async function runDatabase({
  dataDir,
  port,
}: {
  readonly dataDir: string;
  readonly port: number;
}): Promise<void> {
  await using server = await openDataDir(dataDir, { port }).catch((error: unknown) => {
    throw new StartError(reasonOf(error, port), { cause: error });
  });
  console.log(server.uri);
  if (server.shared) {
    console.log('Another process runs the database on this folder; this is its address.');
    return;
  }
  console.log('Ctrl+C ends it. It listens on this machine only, and asks nobody for a password.');
  const stop = new AbortController();
  await Promise.race([once(process, 'SIGINT', stop), once(process, 'SIGTERM', stop)]);
  stop.abort();
}

function reasonOf(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return `Port ${port} is taken: choose another one with --port.`;
  if (code === 'EMBEDDED_LOCKED')
    return 'The data is in use by another process: stop it, or choose another folder with --data.';
  return 'The database could not be started: check that the folder of --data may be written.';
}
