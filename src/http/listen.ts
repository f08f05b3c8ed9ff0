import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StartError } from '#errors.ts';
import { json } from './exchange.ts';
import { sendToNode } from './edge.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** A server that takes connections. */
export interface Listening {
  readonly port: number;
  /**
   * Ends in order: `/ready` answers 503 from now on, requests that are running get their answers, then connections close.
   * Resolves within `graceMs` and a moment; what is still running then is cut off.
   */
  stop(graceMs: number): Promise<void>;
}

/** 32 kB for all headers: an address of 16,000 characters and what browsers and proxies add. */
const MAX_HEADER_BYTES = 32 * 1024;
/** 10 s for the headers, 20 s for the whole request: slower than any client that means it. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 20_000;
/** 65 s: longer than the 60 s that load balancers keep a connection, so that it is they who close it. */
const KEEP_ALIVE_MS = 65_000;
/** What a request that is still running at the end gets to see its connection closed. */
const LAST_MOMENT_MS = 250;

/** Why a port cannot be had, in a sentence for whoever started the process. */
function startError(error: NodeJS.ErrnoException, { port, host }: Address): StartError {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken: stop what listens there, or set PORT to another one.`,
    EACCES: `Port ${port} may not be opened by this user: set PORT to one above 1023.`,
    EADDRNOTAVAIL: `${host} is no address of this machine: set HOST to one that is.`,
    ENOTFOUND: `${host} is not known as a host: set HOST to an address of this machine.`,
  };
  return new StartError(reasons[error.code ?? ''] ?? `Cannot listen on ${host}, port ${port}.`, { cause: error });
}

interface Address {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
}

/** The requests that are running, and how they end. */
function createDrain(handler: Handler) {
  const running = new Set<ServerResponse>();
  let draining = false;
  return {
    listener(req: IncomingMessage, res: ServerResponse): void {
      running.add(res);
      res.once('close', () => running.delete(res));
      if (draining) {
        res.setHeader('connection', 'close');
        if (req.url === '/ready') return sendToNode(json(503, { status: 'stopping' }), req, res);
      }
      handler(req, res);
    },
    /** Resolves when all that run now have ended; newer ones are not waited for. */
    async drained(): Promise<void> {
      draining = true;
      const ends = [...running].map((res) => {
        if (!res.headersSent) res.setHeader('connection', 'close');
        return new Promise<void>((resolve) => res.once('close', () => resolve()));
      });
      await Promise.all(ends);
    },
  };
}

/** Resolves when `work` is done or `ms` are over, whatever comes first. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}

async function stopServer(server: Server, drained: Promise<void>, graceMs: number): Promise<void> {
  await within(graceMs, drained);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await within(LAST_MOMENT_MS, closed);
  server.closeAllConnections();
  await closed;
}

/**
 * Opens a port for a handler.
 * @throws StartError with what to do when the port cannot be had.
 */
export async function listen(handler: Handler, address: Address): Promise<Listening> {
  const drain = createDrain(handler);
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 5000,
    },
    drain.listener,
  );
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error) => reject(startError(error, address)));
  server.listen({ port: address.port, host: address.host }, resolve);
  await promise;
  const bound = server.address();
  let stopped: Promise<void> | null = null;
  return {
    port: typeof bound === 'object' && bound ? bound.port : address.port,
    stop: (graceMs) => (stopped ??= stopServer(server, drain.drained(), graceMs)),
  };
}
