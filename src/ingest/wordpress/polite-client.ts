import { setTimeout as sleep } from 'node:timers/promises';
import { NoAnswer, safeGet, type Answer, type GetOptions } from './safe-get.ts';

/** Requests under way at once: a newsroom's own site must not notice us. */
const AT_ONCE = 2;
/** With the waits below about a minute: what is down for longer is worth a later run. */
const MAX_ATTEMPTS = 6;
const FIRST_WAIT_MS = 2_000;
/** A server that asks for more is asked again later by a person. */
const MAX_WAIT_MS = 300_000;

export interface ClientOptions extends GetOptions {
  /** Waits between attempts; tests hand in their own. */
  readonly pause?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

export interface PoliteClient {
  /** GETs an address, at most two at once. 429, 5xx and broken connections are tried again, after what Retry-After says, else after 2, 4, 8 … s. */
  get(url: URL): Promise<Answer>;
}

export function createPoliteClient(options: ClientOptions): PoliteClient {
  const { signal, pause = async (ms) => void (await sleep(ms, undefined, { signal })) } = options;
  const waiting: (() => void)[] = [];
  let free = AT_ONCE;
  /** A site that has never answered is not waited for a second time. */
  let hasAnswered = false;
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    async get(url) {
      await enter();
      try {
        for (let attempt = 1; ; attempt += 1) {
          const result = await attemptOf(url, options);
          hasAnswered ||= !(result instanceof NoAnswer);
          if (!isWorthAnother(result, hasAnswered) || attempt === MAX_ATTEMPTS) {
            if (result instanceof NoAnswer) throw result;
            return result;
          }
          const asked = result instanceof NoAnswer ? null : retryAfterMs(result.headers['retry-after'], Date.now());
          await pause(Math.min(asked ?? FIRST_WAIT_MS * 2 ** (attempt - 1), MAX_WAIT_MS), signal);
        }
      } finally {
        leave();
      }
    },
  };
}

async function attemptOf(url: URL, options: GetOptions): Promise<Answer | NoAnswer> {
  try {
    return await safeGet(url, options);
  } catch (error) {
    if (error instanceof NoAnswer) return error;
    throw error;
  }
}

/** A name that does not resolve or a port that is closed stays so; a connection that broke may not. */
function isWorthAnother(result: Answer | NoAnswer, hasAnswered: boolean): boolean {
  if (!(result instanceof NoAnswer)) return result.status === 429 || result.status >= 500;
  const { cause } = result;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return (result.refusal === 'too-slow' && hasAnswered) || (result.refusal === 'unreachable' && code === 'ECONNRESET');
}

/** Milliseconds that a Retry-After asks for, as seconds or as a date; null where it says nothing. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return text === '' || Number.isNaN(at) ? null : Math.max(0, at - now);
}
