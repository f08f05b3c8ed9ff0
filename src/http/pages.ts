import type { Answer, Incoming } from './exchange.ts';
import type { GraphQLAnswer } from './graphql-route.ts';
import type { Cost } from './operation.ts';

/** What an operation gave, as a caller of `/graphql` would read it, and what it cost the database. */
export interface OperationResult {
  /** Null where nothing was executed. */
  readonly data: unknown;
  readonly errors: readonly unknown[];
  readonly cost: Pick<Cost, 'commands' | 'rounds'>;
}

/** Runs an operation for a page, under the limits, masks and request id of the request that the page answers. */
export type RunOperation = (document: string, variables: Readonly<Record<string, unknown>>) => Promise<OperationResult>;

/** The page at an address that is no route of the gateway; null if there is none. Only GET and HEAD ask for pages. */
export type FindPage = (incoming: Incoming, run: RunOperation) => Promise<Answer | null>;

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** An operation as a POST in the process, so that a page meets what any other caller meets. */
export function operationRequest(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Incoming {
  return {
    method: 'POST',
    target: '/graphql',
    header: (name) => (name === 'content-type' ? 'application/json' : null),
    body: oneChunk(JSON.stringify({ query: document, variables })),
    signal,
  };
}

/** Reads back what the route has written. */
export function operationResult({ answer, operation }: GraphQLAnswer): OperationResult {
  // The route writes this shape and no other.
  const { data = null, errors = [] } = JSON.parse(String(answer.body)) as Partial<OperationResult>;
  const { commands, rounds } = operation.cost ?? { commands: 0, rounds: 0 };
  return { data, errors, cost: { commands, rounds } };
}
