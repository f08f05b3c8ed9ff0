import { Agent, request } from 'node:http';

/** An answer and what it took. */
export interface Answer {
  readonly body: Buffer;
  /** Milliseconds from sending to the last byte. */
  readonly ms: number;
}

/** One connection that stays open: requests go one after another. */
export function createConnection(): {
  send(url: string, body: string | Buffer, method?: 'POST' | 'PUT'): Promise<Answer>;
  close(): void;
} {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return { send, close: () => agent.destroy() };

  function send(url: string, body: string | Buffer, method = 'POST'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const started = performance.now();
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        'content-length': Buffer.byteLength(body),
      };
      const req = request(url, { method, agent, headers }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('error', reject);
        res.on('end', () => {
          const ms = performance.now() - started;
          resolve({ body: Buffer.concat(chunks), ms });
        });
      });
      // A server may close a connection that was idle for long just when it is used again.
      req.on('error', (error) => (req.reusedSocket ? resolve(send(url, body, method)) : reject(error)));
      req.end(body);
    });
  }
}
