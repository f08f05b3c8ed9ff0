import type { Answer, Incoming } from './exchange.ts';

/** 10 minutes: what browsers keep of a preflight differs, this is below all their limits. */
const PREFLIGHT_SECONDS = '600';

export interface Cors {
  /** Headers to add to an answer: leave to read it for a listed origin, none for others; never credentials. */
  headers(incoming: Incoming): Readonly<Record<string, string>>;
  /** The answer to OPTIONS. */
  preflight(incoming: Incoming): Answer;
}

/** Cross-origin reading for exactly these origins. */
export function createCors(origins: readonly string[]): Cors {
  const listed = new Set(origins);
  const headers: Cors['headers'] = (incoming) => {
    const origin = incoming.header('origin');
    // Said in every case: a shared cache must not hand one origin's answer to another.
    const vary = { vary: 'Origin' };
    return origin !== null && listed.has(origin)
      ? { ...vary, 'access-control-allow-origin': origin, 'access-control-expose-headers': 'x-request-id' }
      : vary;
  };
  return {
    headers,
    preflight(incoming) {
      const allowed = headers(incoming);
      const answer: Answer = { status: 204, headers: { ...allowed, allow: 'GET, POST, OPTIONS' }, body: '' };
      if (!('access-control-allow-origin' in allowed)) return answer;
      return {
        ...answer,
        headers: {
          ...answer.headers,
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': 'content-type, x-request-id',
          'access-control-max-age': PREFLIGHT_SECONDS,
        },
      };
    },
  };
}
