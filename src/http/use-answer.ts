import type { Plugin } from 'graphql-yoga';
import type { MaskedError, Mask } from './mask-errors.ts';
import type { MediaType } from './accept.ts';
import { type Operation, operationOf } from './operation.ts';

/** The parts of an execution result that are sent on. */
interface Result {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** True if no root field was read because the database is away: nothing but errors to tell. */
function isAllUnavailable(data: unknown, errors: readonly MaskedError[]): boolean {
  if (errors.length === 0 || errors.some(({ body }) => body.extensions.code !== 'UNAVAILABLE')) return false;
  return data === null || (typeof data === 'object' && Object.values(data).every((value) => value === null));
}

/** The status of an answer; `data` is undefined where nothing was executed. */
function statusOf(data: unknown, errors: readonly MaskedError[], mediaType: MediaType): number {
  if (data !== undefined && isAllUnavailable(data, errors)) return 503;
  if (data !== undefined) return 200;
  const isPlain = mediaType === 'application/json';
  return Math.max(200, ...errors.map(({ status, lenient }) => (lenient && isPlain ? 200 : status)));
}

/** Writes a GraphQL answer: data, masked errors, and with `debugCost` what it cost. */
function write(result: Result, operation: Operation, { mask, debugCost }: Options) {
  const { requestId, logged, mediaType } = operation;
  const cost = (operation.cost = operation.readCost?.() ?? null);
  // Yoga tells an aborted request by an empty list.
  const given = result.errors?.length === 0 && result.data === undefined ? [new Error('aborted')] : result.errors;
  const errors = (given ?? []).map((error) => mask(error, { requestId, logged }));
  const extensions = debugCost && cost ? { mongo: cost } : undefined;
  return {
    status: statusOf(result.data, errors, mediaType),
    headers: {
      ...Object.assign({}, ...errors.map(({ headers }) => headers)),
      'content-type': `${mediaType}; charset=utf-8`,
    },
    body: JSON.stringify({
      ...(errors.length > 0 && { errors: errors.map(({ body }) => body) }),
      ...(result.data !== undefined && { data: result.data }),
      ...(extensions && { extensions }),
    }),
  };
}

interface Options {
  readonly mask: Mask;
  readonly debugCost: boolean;
}

/**
 * Writes every answer itself, in the media type that was chosen before: Yoga's own writers would offer event streams and
 * multipart, show stacks under NODE_ENV=development, and take the status from wherever an error carries one.
 */
export function useAnswer(options: Options): Plugin {
  return {
    onResultProcess({ result, serverContext, setResultProcessor }) {
      const operation = operationOf(serverContext);
      if (Array.isArray(result) || Symbol.asyncIterator in result) throw new Error('one result, not a stream');
      setResultProcessor((_, fetchApi) => {
        const { body, ...init } = write(result, operation, options);
        return new fetchApi.Response(body, init);
      }, operation.mediaType);
    },
  };
}
