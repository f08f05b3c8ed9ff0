import type { ErrorCode } from '#errors.ts';

/** MongoDB's drivers say by name that the database could not be reached, or would not answer in time to be asked. */
const UNREACHABLE = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
  'MongoClientClosedError',
  'MongoServerClosedError',
  'MongoStalePrimaryError',
  'MongoPoolClosedError',
  'MongoPoolClearedError',
  'MongoWaitQueueTimeoutError',
  'PoolClearedError',
  'PoolClearedOnNetworkError',
]);

/** MongoDB's error specification: labels of failures that pass by themselves. */
const PASSING_LABELS = new Set(['NetworkError', 'RetryableReadError', 'RetryableWriteError', 'SystemOverloadedError']);

/** Server codes: a deadline passed (MaxTimeMSExpired, ExceededTimeLimit), and a node that is going, coming or not primary. */
const DEADLINE_CODES = new Set<unknown>([50, 262]);
const PASSING_CODES = new Set<unknown>([6, 7, 89, 91, 189, 9001, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436]);

const MAX_CAUSES = 8;

function codeOfOne(error: Error): ErrorCode | null {
  // Only the driver's errors: another library's code 50 means something else.
  if (!error.name.startsWith('Mongo') && !UNREACHABLE.has(error.name)) return null;
  const code = 'code' in error ? error.code : undefined;
  if (DEADLINE_CODES.has(code) || error.name === 'MongoOperationTimeoutError') return 'TIMEOUT';
  const labels: readonly unknown[] =
    'errorLabels' in error && Array.isArray(error.errorLabels) ? error.errorLabels : [];
  const passes =
    UNREACHABLE.has(error.name) || PASSING_CODES.has(code) || labels.some((one) => PASSING_LABELS.has(`${one}`));
  return passes ? 'UNAVAILABLE' : null;
}

/** What a failure of ours means to a caller: the database is away, it took too long, or anything else. Looks through causes. */
export function codeOfFailure(error: unknown): 'TIMEOUT' | 'UNAVAILABLE' | 'INTERNAL' {
  let cause = error;
  for (let depth = 0; depth < MAX_CAUSES && cause instanceof Error; depth++) {
    const code = codeOfOne(cause);
    if (code === 'TIMEOUT' || code === 'UNAVAILABLE') return code;
    cause = cause.cause;
  }
  return 'INTERNAL';
}
