import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedServer } from './start.ts';

const ANSWER_MS = 1_000;
/** Between attempts to take a place that is not free yet: the file is let go a moment after the connections. */
const AGAIN_MS = 50;
/** Clients wait 5 s for a server. */
const GIVE_UP_MS = 5_000;

/** Waits for the end of a server on this machine. */
export interface Succession {
  /** The server that has taken its place; null as long as that is another process's. */
  readonly server: EmbeddedServer | null;
  /** Waits no longer. The server that has taken its place by then, whose end is up to the caller; null = none. */
  end(): Promise<EmbeddedServer | null>;
}

/**
 * Starts a server when the one at a port ends, unless another process is faster: then waits for the end of that one. A start that fails for
 * other reasons is the end of it: clients are told by the driver that nobody answers.
 */
export function succeed(port: number, start: () => Promise<EmbeddedServer>): Succession {
  const stop = new AbortController();
  let server: EmbeddedServer | null = null;
  const succession = (async (): Promise<void> => {
    while (server === null && !stop.signal.aborted && (await endOf(port, stop.signal)))
      server = await takeOver(port, start, stop.signal);
  })().catch(() => undefined);
  return {
    get server() {
      return server;
    },
    async end() {
      stop.abort();
      await succession;
      return server;
    },
  };
}

/** True when the server at a port has ended; false when it was no longer to be waited for. */
async function endOf(port: number, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket = connect({ port, host: '127.0.0.1' }).unref().resume();
  // Refused or reset: it has ended, too; `close` follows.
  socket.on('error', () => {});
  socket.once('close', () => resolve());
  const stop = (): void => void socket.destroy();
  signal.addEventListener('abort', stop, { once: true });
  await promise;
  signal.removeEventListener('abort', stop);
  return !signal.aborted;
}

/** A server in the place of the one that has ended; null when another process has taken it. */
async function takeOver(
  port: number,
  start: () => Promise<EmbeddedServer>,
  signal: AbortSignal,
): Promise<EmbeddedServer | null> {
  const giveUp = performance.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      const isTaken = code === 'EMBEDDED_LOCKED' || code === 'EADDRINUSE';
      if (!isTaken || signal.aborted || performance.now() > giveUp) throw error;
      if (await answersAt(port)) return null;
      await pause(AGAIN_MS, undefined, { ref: false });
    }
  }
}

/** Whether anybody listens at a port of this machine. */
export function answersAt(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host: '127.0.0.1', timeout: ANSWER_MS });
  socket.once('connect', () => resolve(true));
  socket.once('error', () => resolve(false));
  socket.once('timeout', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
