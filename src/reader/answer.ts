import { createHash } from 'node:crypto';

/** A whole answer to a request; header names in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What is asked for. */
export interface PageRequest {
  /** Path and query as sent. */
  readonly target: string;
  /** The value of a header, null when absent. The name is in lower case. */
  header(name: string): string | null;
}

/** The origins of what a page shows of other hosts: a newsroom's pictures may live on a host of their own. */
function foreignOrigins(page: string, tags: RegExp): string {
  const found = [...page.matchAll(tags)].map(([, address = '']) => URL.parse(address)?.origin);
  return [...new Set(found.filter((origin) => origin !== undefined))].map((origin) => ` ${origin}`).join('');
}

/** Nothing runs, nothing is framed, nothing is sent elsewhere; pictures and sounds come from here and from where the page itself names. */
function policyFor(page: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self'${foreignOrigins(page, /<(?:img|video)\b[^>]*\s(?:src|poster)="(https?:[^"]+)"/g)}`,
    `media-src 'self'${foreignOrigins(page, /<(?:video|audio|source)\b[^>]*\ssrc="(https?:[^"]+)"/g)}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const etagOf = (body: string | Uint8Array): string => `"${createHash('sha256').update(body).digest('base64url')}"`;

/** The answer, or word that the caller's copy is still good. */
function unlessKnown(request: PageRequest, answer: Answer): Answer {
  const etag = etagOf(answer.body);
  const headers = { ...answer.headers, etag };
  return request.header('if-none-match') === etag ? { status: 304, headers, body: '' } : { ...answer, headers };
}

/** A page. Caches ask again each time: a story may be withdrawn at any moment. */
export function pageAnswer(request: PageRequest, status: number, page: string): Answer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': status === 503 ? 'no-store' : 'no-cache',
    'content-security-policy': policyFor(page),
    'referrer-policy': 'strict-origin-when-cross-origin',
    ...(status === 503 && { 'retry-after': '30' }),
  };
  const answer = { status, headers, body: page };
  return status === 200 ? unlessKnown(request, answer) : answer;
}

/** Sends the browser on. A path may hold any letters; a header may not. */
export function redirectAnswer(to: string, permanent: boolean): Answer {
  const here = 'http://here';
  const url = URL.parse(to, here);
  if (!url || !/^https?:$/.test(url.protocol)) throw new TypeError('a redirect leads to an address of the web');
  const location = url.origin === here ? url.href.slice(here.length) : url.href;
  return { status: permanent ? 301 : 302, headers: { location, 'cache-control': 'no-cache' }, body: '' };
}

/** A file of the site. `versioned`: its address changes with its content, so that it may be kept for a year. */
export function fileAnswer(request: PageRequest, type: string, body: Uint8Array, versioned: boolean): Answer {
  const headers = {
    'content-type': type,
    'cache-control': versioned ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  return unlessKnown(request, { status: 200, headers, body });
}
