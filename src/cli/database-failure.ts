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
  const isBulkCutOff = error.name === 'MongoBulkWriteError' && /^connection \d+ to |ECONN/.test(error.message);
  const isCursorLost = 'code' in error && error.code === CURSOR_NOT_FOUND;
  if (
    isBulkCutOff ||
    isCursorLost ||
    /^Mongo(?:Network|ServerSelection|PoolCleared|PoolClosed|NotConnected|TopologyClosed)/.test(error.name)
  )
    return new StartError(
      'The database went away: the process that ran it has ended. What was written stays; run this again (an import with --resume).',
      { cause: error },
    );
  const others = error instanceof SuppressedError ? [error.error, error.suppressed] : [error.cause];
  return others.map(databaseFailure).find((one) => one !== null) ?? null;
}

/** MongoDB's numbers for it, and for a list that was begun on a server that has ended. */
const OUT_OF_DISK_SPACE = 14_031;
const CURSOR_NOT_FOUND = 43;
