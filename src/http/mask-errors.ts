import { GraphQLError, Kind } from 'graphql';
import { ContentError, type ErrorCode } from '#errors.ts';
import { describeError, type Log, logEvents } from '#log.ts';
import { codeOfFailure } from './failures.ts';
import { Refusal } from './refusal.ts';

/** One entry of `errors` as the caller gets it: nothing but these is ever sent. */
export interface PublicError {
  readonly message: string;
  readonly locations?: GraphQLError['locations'];
  readonly path?: GraphQLError['path'];
  readonly extensions: { readonly code: ErrorCode };
}

export interface MaskedError {
  readonly body: PublicError;
  /** For an answer without data. */
  readonly status: number;
  /** The document or its variables are at fault: `application/json` answers 200 (GraphQL over HTTP). */
  readonly lenient: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Whose error it is; failures are logged once per request. */
interface Request {
  readonly requestId: string;
  readonly logged: Set<unknown>;
}

const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  BAD_CURSOR: 400,
  TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  TIMEOUT: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  PERSISTED_QUERY_NOT_FOUND: 400,
  PERSISTED_QUERY_NOT_SUPPORTED: 400,
};

const FAILURE_MESSAGES = {
  TIMEOUT: 'This took too long and was given up',
  UNAVAILABLE: 'The database cannot be reached at the moment',
  INTERNAL: 'Something went wrong',
} as const;

/** What a document's own errors say in production, where GraphQL's messages would tell the schema or repeat the text. */
const TERSE_MESSAGES = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema',
} as const;

/** The error at the bottom of GraphQL's wrappers, which add where it happened. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}

/** Which of GraphQL's own complaints it is; null for everything that is not one. */
function complaintOf(error: unknown): ErrorCode | null {
  if (!(error instanceof GraphQLError)) return null;
  const code = error.extensions['code'];
  if (code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED') return code;
  // Variables: no path yet, and the executor's mark. Arguments: at a field, pointing at the argument's node from within;
  // an error of a scalar that cannot print a stored value points nowhere and is ours.
  const isVariable = error.path === undefined && code === undefined && isMarked(error);
  const { originalError } = error;
  const isArgument =
    error.path !== undefined && originalError instanceof GraphQLError && originalError.nodes !== undefined;
  return isVariable || isArgument ? 'BAD_USER_INPUT' : null;
}

function isMarked(error: GraphQLError): boolean {
  const http = error.extensions['http'];
  return typeof http === 'object' && http !== null && 'status' in http && http.status === 400;
}

/** In production an input error names what was wrong and not how, because GraphQL's message holds the value. */
function terseInputMessage(error: GraphQLError): string {
  const root = rootOf(error);
  const node = (error.path === undefined ? error : root instanceof GraphQLError ? root : error).nodes?.[0];
  if (node?.kind === Kind.VARIABLE_DEFINITION) return `Variable "$${node.variable.name.value}" is not valid`;
  return 'An argument is not valid';
}

function complaintMessage(error: GraphQLError, code: ErrorCode, production: boolean): string {
  if (!production) return error.message;
  if (code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED') return TERSE_MESSAGES[code];
  return terseInputMessage(error);
}

function place(error: unknown): Pick<PublicError, 'locations' | 'path'> {
  if (!(error instanceof GraphQLError)) return {};
  return { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
}

/** Turns any error into what may be shown. Stacks, hosts, paths of files and document text never are, NODE_ENV or not. */
export function createMask({ production, log }: { readonly production: boolean; readonly log: Log }) {
  function logOnce(error: unknown, root: unknown, code: ErrorCode, { requestId, logged }: Request): void {
    if (logged.has(root)) return;
    logged.add(root);
    const path = error instanceof GraphQLError ? error.path?.join('.') : undefined;
    const line = { requestId, code, ...(path && { path }), cause: describeError(root) };
    if (code === 'INTERNAL') log.error(line, logEvents.failed);
    else log.warn(line, logEvents.failed);
  }

  return function mask(error: unknown, request: Request): MaskedError {
    const root = rootOf(error);
    const shown = (code: ErrorCode, message: string, rest: Partial<MaskedError> = {}): MaskedError => ({
      body: { message, ...place(error), extensions: { code } },
      status: STATUS[code],
      lenient: false,
      headers: {},
      ...rest,
    });
    if (root instanceof Refusal) return shown(root.code, root.message, { status: root.status, headers: root.headers });
    const complaint = complaintOf(error);
    if (complaint && error instanceof GraphQLError) {
      return shown(complaint, complaintMessage(error, complaint, production), { lenient: true });
    }
    if (root instanceof ContentError) return shown(root.code, root.message);
    const code = codeOfFailure(root);
    logOnce(error, root, code, request);
    return shown(code, FAILURE_MESSAGES[code]);
  };
}

export type Mask = ReturnType<typeof createMask>;
