import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '#ingest/wordpress/polite-client.ts';
import { isPublicAddress } from '#ingest/wordpress/public-address.ts';
import { selfSigned } from '../_support/self-signed.ts';
import { NoAnswer, safeGet, type GetOptions } from '#ingest/wordpress/safe-get.ts';

interface Canary extends AsyncDisposable {
  readonly port: number;
  /** Connections that arrived. */
  readonly met: () => number;
  readonly heard: readonly (string | undefined)[];
}

async function serve(
  host: string,
  answer: RequestListener = (_, response) => void response.end('here'),
): Promise<Canary> {
  let met = 0;
  const heard: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    heard.push(request.headers.authorization);
    answer(request, response);
  });
  server.on('connection', () => (met += 1));
  server.listen(0, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    met: () => met,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function refusalOf(address: string, options: Partial<GetOptions> = {}): Promise<string> {
  const url = URL.parse(address);
  if (url === null) return 'no-url';
  try {
    const { status } = await safeGet(url, {
      isAllowed: isPublicAddress,
      signal: new AbortController().signal,
      ...options,
    });
    return `status ${status}`;
  } catch (error) {
    return error instanceof NoAnswer ? error.refusal : 'thrown';
  }
}

/** Loopback and private addresses as they can be written; `@` is the port. */
const SPELLINGS = [
  '127.0.0.1:@',
  '127.0.0.1.:@',
  '127.1:@',
  '127.0.1:@',
  '127.255.255.254:@',
  '2130706433:@',
  '0x7f000001:@',
  '0x7f.1:@',
  '0x7F.0x0.0x0.0x1:@',
  '0177.0.0.1:@',
  '017700000001:@',
  '0:@',
  '0.0.0.0:@',
  'localhost:@',
  'LOCALHOST:@',
  'localhost.:@',
  'loc%61lhost:@',
  '%31%32%37.0.0.1:@',
  '①②⑦.⓪.⓪.①:@',
  '127。0。0。1:@',
  '[::1]:@',
  '[::]:@',
  '[0:0:0:0:0:0:0:1]:@',
  '[0000::0001]:@',
  '[::ffff:127.0.0.1]:@',
  '[::ffff:7f00:1]:@',
  '[::127.0.0.1]:@',
  '[64:ff9b::7f00:1]:@',
  '[2002:7f00:1::]:@',
  '[fe80::1]:@',
  '[fd00::1]:@',
  'user@127.0.0.1:@',
  'news.example@127.0.0.1:@',
  '127.0.0.1:@@127.0.0.1:@',
  'news.example:@@127.0.0.1:@',
  'news.example%00@127.0.0.1:@',
  '127.0.0.1\\@news.example:@',
  '127.0.0.1\t:@',
  '[::ffff:0:127.0.0.1]:@',
  '[0:0:0:0:0:ffff:127.0.0.1]:@',
  '[64:ff9b:1::7f00:1]:@',
  '[2002:7f00:0001:0000::1]:@',
  '[2001:0:7f00:1::]:@',
  '[fe80::1%25lo]:@',
  '[::1%25lo]:@',
  '[ff02::1]:@',
  '[fec0::1]:@',
  '224.0.0.1:@',
  '255.255.255.255:@',
  '10.0.0.1:@',
  '172.16.0.1:@',
  '192.168.1.1:@',
  '169.254.169.254:@',
  '100.64.0.1:@',
];

describe('reading an address', () => {
  it.each(SPELLINGS)('never reaches http://%s', async (spelling) => {
    await using canary = await serve('127.0.0.1');
    const refusal = await refusalOf(`http://${spelling.replace(/@$/, String(canary.port))}/`);
    expect(['private-address', 'bad-address', 'unknown-host', 'no-url']).toContain(refusal);
    expect(canary.met()).toBe(0);
  });

  it('never reaches a name that any of whose addresses is private', async () => {
    await using canary = await serve('127.0.0.1');
    const resolve = async (): Promise<readonly string[]> => ['93.184.216.34', '127.0.0.1'];
    expect(await refusalOf(`http://news.example:${canary.port}/`, { resolve })).toBe('private-address');
    expect(canary.met()).toBe(0);
  });

  it('connects to the address that was checked, whatever the name says later', async () => {
    await using canary = await serve('127.0.0.1');
    let asked = 0;
    const resolve = async (): Promise<readonly string[]> => {
      asked += 1;
      return [asked === 1 ? '127.0.0.1' : '127.0.0.99'];
    };
    const isAllowed = (address: string): boolean => address === '127.0.0.1';
    expect(await refusalOf(`http://news.example:${canary.port}/`, { resolve, isAllowed })).toBe('status 200');
    expect([canary.met(), asked]).toEqual([1, 1]);
  });

  it.each(['file:///etc/passwd', 'ftp://news.example/', 'gopher://news.example/', 'data:text/plain,x'])(
    'refuses %s',
    async (address) => {
      expect(await refusalOf(address)).toBe('bad-address');
    },
  );

  it('checks each redirect, follows at most five, and keeps a password from other sites', async () => {
    await using canary = await serve('127.0.0.1');
    await using other = await serve('127.0.0.3');
    await using front = await serve('127.0.0.2', (request, response) => {
      const to: Record<string, string> = {
        '/in': `http://127.0.0.1:${canary.port}/`,
        '/out': `http://127.0.0.3:${other.port}/`,
        '/file': 'file:///etc/passwd',
      };
      response.writeHead(302, { location: to[request.url ?? ''] ?? request.url ?? '' }).end();
    });
    const isAllowed = (address: string): boolean => address === '127.0.0.2' || address === '127.0.0.3';
    const authorization = ({ hostname }: URL): string | undefined =>
      hostname === '127.0.0.2' ? 'Basic eA==' : undefined;
    const at = (path: string): Promise<string> =>
      refusalOf(`http://127.0.0.2:${front.port}${path}`, { isAllowed, authorization });
    expect([await at('/in'), await at('/file'), await at('/out')]).toEqual([
      'private-address',
      'bad-address',
      'status 200',
    ]);
    expect([canary.met(), other.heard, front.heard[0]]).toEqual([0, [undefined], 'Basic eA==']);
    const before = front.met();
    expect([await at('/again'), front.met() - before]).toEqual(['too-many-redirects', 6]);
  });

  it.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (bytes: Buffer) => bytes],
  ] as const)('ends an answer at 20 MB, counted after decompression: %s', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(21 * 1024 * 1024));
    await using server = await serve('127.0.0.1', (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    );
    const before = process.memoryUsage().rss;
    expect(await refusalOf(`http://127.0.0.1:${server.port}/`, { isAllowed: () => true })).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('ends an answer that comes drop by drop when its time is over, redirects counted in', async () => {
    await using server = await serve('127.0.0.1', (request, response) => {
      if (request.url === '/') setTimeout(() => response.writeHead(302, { location: '/on' }).end(), 100);
      else {
        const drip = setInterval(() => response.write('x'), 5);
        response.on('close', () => clearInterval(drip));
      }
    });
    const began = performance.now();
    const said = await refusalOf(`http://127.0.0.1:${server.port}/`, { isAllowed: () => true, maxMs: 200 });
    expect([said, performance.now() - began < 2_000]).toEqual(['too-slow', true]);
  });

  it('tells a certificate that proves nothing, and sends nothing over it', async () => {
    let asked = 0;
    const server = createTlsServer(selfSigned(), () => void (asked += 1));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await refusalOf(`https://127.0.0.1:${port}/`, { isAllowed: () => true })).toBe('bad-certificate');
    server.close();
    expect(asked).toBe(0);
  });

  it('tells a closed port and a broken answer as unreachable', async () => {
    const gone = await serve('127.0.0.1');
    const { port } = gone;
    await gone[Symbol.asyncDispose]();
    const answer = await refusalOf(`http://127.0.0.1:${port}/`, { isAllowed: () => true });
    await using broken = await serve('127.0.0.1', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
    );
    const second = await refusalOf(`http://127.0.0.1:${broken.port}/`, { isAllowed: () => true });
    expect([answer, second]).toEqual(['unreachable', 'unreachable']);
  });
});

it('public are unicast addresses that are given out, and no others', () => {
  expect(['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1', '2a00:1450::1'].filter(isPublicAddress)).toHaveLength(4);
  const others = [
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '2001:db8::1',
    '2001::1',
    'ff02::1',
    'fe80::1%eth0',
    'x',
  ];
  expect(others.filter(isPublicAddress)).toEqual([]);
});

it('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  const read = ['7', 'Sun, 01 Mar 2026 12:00:30 GMT', 'Sun, 01 Mar 2026 11:00:00 GMT', 'soon', undefined];
  expect(read.map((header) => retryAfterMs(header, now))).toEqual([7_000, 30_000, 0, null, null]);
});
