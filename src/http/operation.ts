import type { GraphQLParams } from './graphql-params.ts';
import type { MediaType } from './accept.ts';

/** What an operation asked of the database. */
export interface Cost {
  readonly commands: number;
  /** Commands that were sent together count as one round. */
  readonly rounds: number;
  readonly documents: number;
}

/** One GraphQL request on its way through the plugins: what it asks for, and what they learn about it. */
export interface Operation {
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly mediaType: MediaType;
  readonly params: GraphQLParams;
  /** The name in the document, null for an anonymous operation or a document that was not understood. */
  name: string | null;
  /** Ends the counting of what it costs; null until a context was made for it. */
  readCost: (() => Cost) | null;
  /** Null for an operation that was refused before a context was made. */
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
