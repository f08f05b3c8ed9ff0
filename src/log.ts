import pino from 'pino';
import pretty from 'pino-pretty';

/** The names of all events, so that a log can be searched by them. They are the line's `event`. */
export const logEvents = {
  started: 'started',
  stopping: 'stopping',
  stopped: 'stopped',
  request: 'request',
  /** A failure of ours, masked in the answer; `cause` is the whole story. */
  failed: 'failed',
  notReady: 'not-ready',
  indexesMissing: 'indexes-missing',
  unhandled: 'unhandled-rejection',
} as const;

export type Log = pino.Logger;

/** Where lines go; standard output if not given. */
interface LogTarget {
  readonly pretty: boolean;
  readonly destination?: { write(line: string): void };
}

/** Writes one JSON object a line, or with `pretty` readable lines for a terminal. `silent` as level writes nothing. */
export function createLog(level: string, target: LogTarget): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
  if (target.pretty) {
    return pino(
      options,
      pretty({
        colorize: true,
        destination: (target.destination ?? process.stdout) as NodeJS.WriteStream,
        sync: true,
        messageKey: 'event',
        translateTime: 'SYS:HH:MM:ss',
      }),
    );
  }
  return target.destination ? pino(options, target.destination) : pino(options);
}

/** A log that writes nothing. */
export const silentLog = (): Log => createLog('silent', { pretty: false });

/** How deep a chain of causes is followed; more is a loop or noise. */
const MAX_CAUSES = 8;

/** An error for the log: name, message, stack, code and causes, and nothing else it may carry (a document, a connection). */
export function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...('code' in error && { code: error.code }),
    stack,
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: describeError(cause, depth + 1) }),
  };
}
