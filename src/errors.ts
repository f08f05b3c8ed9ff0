/** Codes that a caller may meet in `errors[].extensions.code`; GraphQL's own parse and validation codes are added by `http/`. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'TOO_COMPLEX'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'RATE_LIMITED'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'INTERNAL'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_SUPPORTED';

/** A refusal that the caller can do something about: its message is shown to them, so it names argument and bound, never a value. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A failure at start or in a command: one sentence that says what to do. The process prints it without a stack and exits 1. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
