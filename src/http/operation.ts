import type { Cost } from './use-cost.ts';
import type { GraphQLParams } from './graphql-params.ts';
import type { MediaType } from './accept.ts';

/** One GraphQL request on its way through the plugins: what it asks for, and what they learn about it. */
export interface Operation {
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly mediaType: MediaType;
  readonly params: GraphQLParams;
  /** The name in the document, null for an anonymous operation or a document that was not understood. */
  name: string | null;
  /** Null until the operation has been executed. */
  cost: Cost | null;
  /** Failures logged so far: one failed batch meets a request many times. */
  readonly logged: Set<unknown>;
}

/** What Yoga is handed with each request, and hands to its plugins. */
export interface ServerContext {
  readonly operation: Operation;
}

/** The operation of a plugin's context; Yoga's own types do not know of it. */
export function operationOf(context: object): Operation {
  // The gateway is the only caller of Yoga and always passes a ServerContext.
  return (context as ServerContext).operation;
}
