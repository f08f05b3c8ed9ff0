import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { MediaType } from './accept.ts';
import type { Answer, Incoming } from './exchange.ts';
import { readGraphQLParams } from './graphql-params.ts';
import type { Mask } from './mask-errors.ts';
import type { Cost, Operation, ServerContext } from './operation.ts';
import { useAnswer } from './use-answer.ts';
import { useLimits } from './use-limits.ts';
import { type CreateContext, useOperationContext } from './use-operation-context.ts';
import { useOperationRules } from './use-operation-rules.ts';
import { useParams } from './use-params.ts';

export interface GraphQLRouteOptions<Context extends object> {
  readonly schema: GraphQLSchema;
  readonly createContext: CreateContext<Context>;
  /** They see the object that `createContext` made as `args.contextValue`. */
  readonly plugins: readonly Plugin<Context>[];
  /** Asked once for each context that was made, when its operation has ended or failed. */
  readonly costOf: (context: Context) => Cost;
  readonly debugCost: boolean;
}

/** Documents longer than this are parsed each time: 1,000 cached ones of 200 kB would be 200 MB. */
const MAX_CACHED_LENGTH = 20_000;
const MAX_CACHED_DOCUMENTS = 1000;

/** Documents by their text, the least recently used dropped first. */
function createDocumentCache() {
  const documents = new Map<string, DocumentNode>();
  return {
    get(text: string): DocumentNode | undefined {
      const document = documents.get(text);
      if (document) {
        documents.delete(text);
        documents.set(text, document);
      }
      return document;
    },
    set(text: string, document: DocumentNode): void {
      if (text.length > MAX_CACHED_LENGTH) return;
      const [oldest] = documents.keys();
      if (documents.size >= MAX_CACHED_DOCUMENTS && oldest !== undefined) documents.delete(oldest);
      documents.set(text, document);
    },
  };
}

/** Errors are never cached: plugins write into them. */
const NO_CACHE = { get: () => undefined, set: () => {} };

/** Yoga with everything switched off that our edge does itself or that we do not offer. */
function createServer<Context extends object>(options: GraphQLRouteOptions<Context>, mask: Mask) {
  const { schema, createContext, plugins, costOf, debugCost } = options;
  const context = useOperationContext(createContext, costOf);
  return createYoga<ServerContext>({
    schema,
    graphqlEndpoint: '/graphql',
    plugins: [
      useParams(),
      useLimits(),
      useOperationRules(),
      context.before,
      ...plugins,
      context.after,
      useAnswer({ mask, debugCost }),
    ],
    parserAndValidationCache: { documentCache: createDocumentCache(), errorCache: NO_CACHE, validationCache: true },
    maxRequestBodySize: false,
    maskedErrors: false,
    logging: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    batching: false,
    multipart: false,
  });
}

/** What a GraphQL request is answered, and what the log may know of it. */
export interface GraphQLAnswer {
  readonly answer: Answer;
  readonly operation: Operation;
}

/** What an exchange is known by. */
export interface Exchange {
  readonly requestId: string;
  readonly mediaType: MediaType;
  readonly logged: Set<unknown>;
}

/**
 * Runs the operation that a request asks for.
 * @throws Refusal where it asks for none.
 */
export function createGraphQLRoute<Context extends object>(options: GraphQLRouteOptions<Context>, mask: Mask) {
  const yoga = createServer(options, mask);
  return async function run(incoming: Incoming, { requestId, mediaType, logged }: Exchange): Promise<GraphQLAnswer> {
    const params = await readGraphQLParams(incoming);
    const operation: Operation = {
      requestId,
      signal: incoming.signal,
      mediaType,
      params,
      name: null,
      readCost: null,
      cost: null,
      logged,
    };
    // Parameters go beside it: the request only tells the method.
    const request = new yoga.fetchAPI.Request('http://localhost/graphql', { method: incoming.method });
    const response = await yoga.handleRequest(request, { operation });
    const headers = { ...Object.fromEntries(response.headers), 'cache-control': 'no-store' };
    return { answer: { status: response.status, headers, body: await response.text() }, operation };
  };
}
