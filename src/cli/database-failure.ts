import { StartError } from '#errors.ts';

/** What to tell the user where a command failed because of the database: it went away, or its disk is full; null for all other failures. */
export function databaseFailure(error: unknown): StartError | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && error.code === OUT_OF_DISK_SPACE)
    return new StartError(
      'No space is left on the disk of the database: make room. What was written stays; run this again.',
      {
        cause: error,
      },
    );
  if (/^Mongo(?:Network|ServerSelection|PoolCleared|PoolClosed|NotConnected|TopologyClosed)/.test(error.name))
    return new StartError(
      'The database went away: the process that ran it has ended. What was written stays; run this again (an import with --resume).',
      { cause: error },
    );
  const others = error instanceof SuppressedError ? [error.error, error.suppressed] : [error.cause];
  return others.map(databaseFailure).find((one) => one !== null) ?? null;
}

/** MongoDB's number for it. */
const OUT_OF_DISK_SPACE = 14_031;
