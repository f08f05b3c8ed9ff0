import type { Socket } from 'node:net';
import { readRequest, replyHead, type Request } from './wire.ts';

const MAX_MESSAGE_BYTES = 48_000_000 + 16_384;
const HEADER_BYTES = 16;

interface ConnectionHandlers {
  /** The body of the answer; never rejects. */
  readonly answer: (request: Request) => Promise<Uint8Array>;
  /** The body of a hello, for heartbeats. */
  readonly hello: () => Promise<Uint8Array>;
}

/** Serves one client: cuts its bytes into messages and answers them one after another. A broken message ends the connection. */
export function serveConnection(socket: Socket, handlers: ConnectionHandlers): void {
  let received: Buffer[] = [];
  let bytes = 0;
  let queue = Promise.resolve();
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    received.push(chunk);
    bytes += chunk.length;
    for (let message = take(); message; message = take()) {
      const request = parse(message);
      if (!request) return void socket.destroy();
      queue = queue.then(() => serve(request));
    }
  });

  /** The next whole message, or null until more bytes come. */
  function take(): Buffer | null {
    if (bytes < 4) return null;
    const [first] = received;
    if (first && first.length < 4) received = [Buffer.concat(received)];
    const size = received[0]?.readInt32LE(0) ?? 0;
    if (size < HEADER_BYTES || size > MAX_MESSAGE_BYTES) {
      socket.destroy();
      return null;
    }
    if (bytes < size) return null;
    const all = received.length === 1 && received[0] ? received[0] : Buffer.concat(received);
    bytes -= size;
    received = bytes > 0 ? [all.subarray(size)] : [];
    return all.subarray(0, size);
  }

  function parse(message: Buffer): Request | null {
    try {
      return readRequest(message);
    } catch {
      return null;
    }
  }

  async function serve(request: Request): Promise<void> {
    const { maxAwaitTimeMS, topologyVersion } = request.command;
    if (request.exhaust && maxAwaitTimeMS && topologyVersion) return stream(request, Number(maxAwaitTimeMS));
    const body = await handlers.answer(request);
    if (!request.silent && !socket.destroyed) send(replyHead(request, body).head, body);
  }

  /** Both at once, without copying the body. */
  function send(head: Uint8Array, body: Uint8Array): void {
    socket.cork();
    socket.write(head);
    socket.write(body);
    socket.uncork();
  }

  /** Streaming heartbeat: one hello after another, each marked as not the last, or a driver takes the server for lost. */
  function stream(request: Request, everyMs: number): void {
    let answers = request.id;
    const timer = setInterval(() => {
      void handlers.hello().then((body) => {
        if (socket.destroyed) return;
        const { id, head } = replyHead({ id: answers, legacy: false }, body, true);
        answers = id;
        send(head, body);
      });
    }, everyMs).unref();
    socket.once('close', () => clearInterval(timer));
  }
}
