import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Duplex } from 'node:stream';

/** Counted after decompression: a page of 100 posts with long bodies stays far below. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_MS = 30_000;
const MAX_REDIRECTS = 5;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where it came from, after redirects. */
  readonly url: URL;
}

export type Refusal =
  | 'bad-address'
  | 'private-address'
  | 'unknown-host'
  | 'unreachable'
  | 'bad-certificate'
  | 'too-many-redirects'
  | 'too-large'
  | 'too-slow';

/** Why there is no answer. Names neither the address nor what it resolved to. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(`no answer: ${refusal}`, options);
    this.refusal = refusal;
  }
}

export interface GetOptions {
  /** Whether an IP address may be connected to. */
  readonly isAllowed: (address: string) => boolean;
  /** What is sent to prove who asks, for each address anew, redirects included; undefined: nothing. */
  readonly authorization?: ((url: URL) => string | undefined) | undefined;
  readonly signal: AbortSignal;
  /** How long an answer may take, redirects and body included; 30 s if not given. */
  readonly maxMs?: number | undefined;
  /** All addresses of a host; the system's resolver if not given. */
  readonly resolve?: ((hostname: string) => Promise<readonly string[]>) | undefined;
}

/**
 * GETs an http(s) address. The host, each address it resolves to, and each redirect (at most 5) are checked before anything is sent, and the
 * connection is made to an address that was checked. At most 20 MB after decompression and `maxMs`. Rejects with `NoAnswer`; any status is an answer.
 */
export async function safeGet(address: URL, options: GetOptions): Promise<Answer> {
  const timeout = AbortSignal.timeout(options.maxMs ?? MAX_MS);
  const signal = AbortSignal.any([options.signal, timeout]);
  let url = address;
  try {
    for (let redirects = 0; ; redirects += 1) {
      const { isAllowed, resolve } = options;
      const addresses = await beforeAbort(checkedAddresses(url, isAllowed, resolve), signal);
      const answer = await getOnce(url, addresses, options.authorization?.(url), signal);
      const location = answer.headers['location'];
      if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer;
      if (redirects === MAX_REDIRECTS) throw new NoAnswer('too-many-redirects');
      const next = URL.parse(location, url);
      if (next === null) throw new NoAnswer('bad-address');
      url = next;
    }
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof NoAnswer) throw error;
    throw new NoAnswer(timeout.aborted ? 'too-slow' : isCertificate(error) ? 'bad-certificate' : 'unreachable', {
      cause: error,
    });
  }
}

/** OpenSSL's and Node's codes for a certificate that proves nothing: self-signed, expired, of another host, of nobody known. */
function isCertificate(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code);
}

/** A resolver that never answers is not waited for. */
function beforeAbort<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop));
}

/** The addresses of a host, all of them allowed. */
async function checkedAddresses(
  url: URL,
  isAllowed: GetOptions['isAllowed'],
  resolve: GetOptions['resolve'] = resolveBySystem,
): Promise<readonly string[]> {
  if (!/^https?:$/.test(url.protocol) || url.hostname === '' || url.username !== '' || url.password !== '')
    throw new NoAnswer('bad-address');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses =
    isIP(host) > 0
      ? [host]
      : await resolve(host).catch((error: unknown) => {
          throw new NoAnswer('unknown-host', { cause: error });
        });
  if (addresses.length === 0) throw new NoAnswer('unknown-host');
  // One that is not allowed among several: whoever answers for this name is not to be trusted with any.
  if (!addresses.every(isAllowed)) throw new NoAnswer('private-address');
  return addresses;
}

async function resolveBySystem(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}

function getOnce(
  url: URL,
  addresses: readonly string[],
  authorization: string | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  const pinned: LookupFunction = (_host, { all }, done) => {
    const known = addresses.map((address) => ({ address, family: isIP(address) }));
    if (all === true) done(null, known);
    else done(null, known[0]?.address ?? '', known[0]?.family);
  };
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = (url.protocol === 'https:' ? https : http).get(
    url,
    {
      lookup: pinned,
      signal,
      agent: false,
      headers: {
        'user-agent': 'Masthead',
        accept: 'application/json, text/html;q=0.9',
        'accept-encoding': 'gzip, deflate, br',
        ...(authorization === undefined ? {} : { authorization }),
      },
    },
    (response) => {
      readBody(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body, url }),
        reject,
      );
    },
  );
  request.on('error', reject);
  return promise;
}

function headersOf({ headers }: http.IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

const DECODERS: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

async function readBody(response: http.IncomingMessage): Promise<string> {
  const decoder = DECODERS[response.headers['content-encoding']?.trim().toLowerCase() ?? '']?.();
  if (decoder !== undefined) response.on('error', (error) => decoder.destroy(error));
  const stream: AsyncIterable<Buffer> = decoder === undefined ? response : response.pipe(decoder);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) throw new NoAnswer('too-large');
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks).toString('utf8');
}
