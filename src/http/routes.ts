import { type Answer, type Incoming, json } from './exchange.ts';

/** What `/ready` tells. */
export interface Readiness {
  readonly ready: boolean;
  /** The database's name. */
  readonly database: string;
  /** "embedded", "replica set", … */
  readonly kind: string;
  /** One sentence on what is missing; shown to anyone. */
  readonly detail?: string;
}

/** Bytes of a medium under `/media/`, or null if there is none; the path is decoded and has no part `..`. */
export type FindMedia = (path: string) => Promise<{ readonly body: Uint8Array; readonly type: string } | null>;

/** 3 s: a prober that has to wait longer has given up itself. */
const READINESS_MS = 3000;

/** An hour: sample media never change under their name. */
const MEDIA_SECONDS = 3600;

export const notFound = (): Answer => json(404, { error: 'not found; the API is at /graphql' });

/** The process is alive. */
export const answerHealth = (): Answer => json(200, { status: 'ok' });

/** Whether content can be served, and from where. A failure or silence of `readiness` counts as not ready; its reason is thrown on to `report`. */
export async function answerReady(
  readiness: () => Promise<Readiness>,
  report: (cause: unknown) => void,
): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${READINESS_MS} ms`)), READINESS_MS);
  try {
    const { ready, database, kind, detail } = await Promise.race([readiness(), late]);
    const status = ready ? 'ready' : 'not ready';
    return json(ready ? 200 : 503, { status, database, kind, ...(detail && { detail }) });
  } catch (cause) {
    report(cause);
    return json(503, { status: 'not ready', detail: 'the database does not answer' });
  } finally {
    clearTimeout(timer);
  }
}

/** The part of a path behind `/media/`, decoded; null if it is malformed or climbs. */
function mediaPath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    const parts = decoded.split('/');
    const climbs = parts.some((part) => part === '' || part === '.' || part === '..');
    return climbs || /[\\\0]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

/**
 * The first and last byte that a `range` asks for: some browsers play nothing without. Null for the whole: no range, several, or
 * one that makes no sense, which RFC 9110 (14.2) lets a server ignore.
 */
function bytesOf(range: string | null, size: number): readonly [number, number] | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last ? [first, last] : null;
}

/** A medium, or the part of it that was asked for, for pages of any origin; an SVG that is opened by itself runs no script. */
export async function answerMedia(path: string, range: string | null, find: FindMedia): Promise<Answer> {
  const name = mediaPath(path);
  const found = name === null ? null : await find(name);
  if (!found) return notFound();
  const size = found.body.byteLength;
  const part = bytesOf(range, size);
  return {
    status: part ? 206 : 200,
    headers: {
      'content-type': found.type,
      'accept-ranges': 'bytes',
      ...(part && { 'content-range': `bytes ${part[0]}-${part[1]}/${size}` }),
      'cache-control': `public, max-age=${MEDIA_SECONDS}`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    },
    body: part ? found.body.subarray(part[0], part[1] + 1) : found.body,
  };
}

/** True for the methods that read; the node edge leaves out the body of a HEAD by itself. */
export const isRead = ({ method }: Incoming): boolean => method === 'GET' || method === 'HEAD';
