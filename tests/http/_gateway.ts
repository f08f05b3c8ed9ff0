import { buildSchema, type GraphQLSchema } from 'graphql';
import { createGateway, type Gateway, type GatewayOptions } from '#http/gateway.ts';
import { listen } from '#http/listen.ts';
import { createLog } from '#log.ts';

/** What resolvers of the small schema get. */
export interface SmallContext {
  readonly requestId: string;
  readonly signal: AbortSignal;
}

export const SMALL_SDL = /* GraphQL */ `
  type Query {
    ok: String
    sum(a: Int! = 1, b: Int! = 2): Int
    count: Int
    throws: String
    also: String
    strict: String!
    tree: Tree
    requestId: String
  }
  type Mutation {
    touch: Boolean
  }
  type Tree {
    leaf: String
    tree: Tree
  }
`;

type Resolvers = Readonly<Record<string, (args: never, context: SmallContext) => unknown>>;

/** The small schema; `resolvers` answer fields of Query and Mutation by name. */
export function smallSchema(resolvers: Resolvers = {}, sdl = SMALL_SDL): GraphQLSchema {
  const schema = buildSchema(sdl);
  const tree = (): object => ({ leaf: 'leaf', tree });
  const given: Resolvers = {
    ok: () => 'fine',
    sum: ({ a, b }: { a: number; b: number }) => a + b,
    touch: () => true,
    tree,
    requestId: (_, { requestId }) => requestId,
    ...resolvers,
  };
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const resolve = given[field.name];
      // The makers above take what their field declares.
      if (resolve)
        field.resolve = (_: unknown, args: unknown, context: SmallContext) => resolve(args as never, context);
    }
  }
  return schema;
}

interface Overrides extends Partial<GatewayOptions<SmallContext>> {
  readonly resolvers?: Resolvers;
}

export interface SmallGateway extends Gateway {
  /** Everything logged so far, parsed. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Sends one operation by POST. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** A gateway over the small schema that remembers its log. */
export function smallGateway({ resolvers, ...overrides }: Overrides = {}): SmallGateway {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const destination = {
    // pino writes one JSON object a line.
    write: (line: string) => void lines.push(JSON.parse(line) as Readonly<Record<string, unknown>>),
  };
  const gateway = createGateway<SmallContext>({
    schema: smallSchema(resolvers),
    createContext: ({ requestId, signal }) => ({ requestId, signal }),
    plugins: [],
    costOf: () => ({ commands: 3, rounds: 2, documents: 40 }),
    production: false,
    graphiql: false,
    corsOrigins: [],
    tabs: [],
    debugCost: false,
    log: createLog('debug', { pretty: false, destination }),
    readiness: async () => ({ ready: true, database: 'masthead', kind: 'embedded' }),
    ...overrides,
  });
  return {
    ...gateway,
    lines,
    post: (body, headers = {}) =>
      gateway.fetch(
        new Request('http://test/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
  };
}

/** The codes of an answer's errors, in order. */
export async function codesOf(response: Response): Promise<readonly string[]> {
  // Every answer of the gateway to a GraphQL request has this shape; a test that meets another fails on it.
  const { errors = [] } = (await response.json()) as { errors?: readonly { extensions: { code: string } }[] };
  return errors.map(({ extensions }) => extensions.code);
}

/** The gateway behind a socket of its own, for as long as `use` runs. */
export async function onSocket<T>(gateway: Gateway, use: (origin: string) => Promise<T>): Promise<T> {
  const server = await listen(gateway.handler, { port: 0, host: '127.0.0.1' });
  try {
    return await use(`http://127.0.0.1:${server.port}`);
  } finally {
    await server.stop(0);
  }
}
