import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Incoming } from './exchange.ts';

/** A request from a socket. Its signal is aborted when the connection ends before the answer does. */
export function fromNode(req: IncomingMessage, res: ServerResponse): Incoming {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return {
    method: req.method ?? 'GET',
    target: req.url ?? '/',
    header(name) {
      const value = req.headers[name];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
    // Leaving a body half read must not end the connection: the refusal still has to go out on it.
    body: { [Symbol.asyncIterator]: () => req.iterator({ destroyOnReturn: false }) },
    signal: controller.signal,
  };
}

/** A request that never was on a wire. */
export function fromRequest(request: Request): Incoming {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    target: `${pathname}${search}`,
    header: (name) => request.headers.get(name),
    body: request.body,
    signal: request.signal,
  };
}

/** Statuses whose answers have no body. */
const hasNoBody = (status: number, method: string): boolean => status === 204 || status === 304 || method === 'HEAD';

export function toResponse({ status, headers, body }: Answer, method: string): Response {
  return new Response(hasNoBody(status, method) ? null : Buffer.from(body), { status, headers });
}

/** Writes a whole answer; a connection that has gone is none of our business. */
export function sendToNode({ status, headers, body }: Answer, req: IncomingMessage, res: ServerResponse): void {
  if (res.destroyed) return;
  const bytes = Buffer.from(body);
  const noBody = hasNoBody(status, req.method ?? 'GET');
  res.writeHead(status, {
    ...headers,
    ...(status !== 204 && status !== 304 && { 'content-length': bytes.byteLength }),
  });
  res.end(noBody ? undefined : bytes);
}
