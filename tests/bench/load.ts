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
  return {
    send(url, body, method = 'POST') {
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
        req.on('error', reject);
        req.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
