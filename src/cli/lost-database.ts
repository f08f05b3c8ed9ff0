/** True where a command failed because the database went away, whatever else failed on that account. */
export function isLostDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (/^Mongo(?:Network|ServerSelection|PoolCleared|PoolClosed|NotConnected|TopologyClosed)/.test(error.name))
    return true;
  const others = error instanceof SuppressedError ? [error.error, error.suppressed] : [error.cause];
  return others.some(isLostDatabase);
}
