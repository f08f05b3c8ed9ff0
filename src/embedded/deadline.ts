import { MongoError } from './mongo-error.ts';

/**
 * `maxTimeMS` for work that cannot be interrupted from outside: one command runs at a time on this thread,
 * so one module variable is the clock of the command under way, and every loop over documents calls `tick`.
 */
let endsAt = Infinity;
let ticks = 0;

/** Runs one command; `maxTimeMs` 0 means no limit. */
export function withDeadline<T>(maxTimeMs: number, run: () => T): T {
  const before = endsAt;
  endsAt = maxTimeMs > 0 ? performance.now() + maxTimeMs : Infinity;
  try {
    return run();
  } finally {
    endsAt = before;
  }
}

/** Throws MaxTimeMSExpired (50) when the command's time is over; cheap enough for every document and expression. */
export function tick(): void {
  if (endsAt === Infinity || (++ticks & 63) !== 0) return;
  if (performance.now() > endsAt) throw timeExpired();
}

/** Error 50, for waits that `tick` does not see. */
export const timeExpired = (): MongoError => new MongoError(50, 'MaxTimeMSExpired', 'operation exceeded time limit');
