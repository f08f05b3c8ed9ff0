import { StartError } from '#errors.ts';

/** Aborts when the user stops the command (Ctrl-C) or the system asks it to end, with a sentence for the terminal; a second time ends the process at once. */
export function stoppedByUser(sentence: string): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(new StartError(sentence)));
  return stop.signal;
}
