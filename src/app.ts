import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Document } from 'mongodb';
import type { RequestContext } from '#app/create-request.ts';
import { createCurrentSite } from '#app/current-site.ts';
import { graphqlModules } from '#app/modules.ts';
import { openContent } from '#app/open-content.ts';
import { allPlans } from '#app/plans.ts';
import { exampleVariables } from '#app/example-variables.ts';
import { readTabs } from '#app/tabs.ts';
import type { Config } from '#config.ts';
import { mediaFile } from '#ingest/seed/media.ts';
import type { Log } from '#log.ts';
import { missingIndexes } from '#mongo/indexes.ts';
import type { BeforeRead } from '#mongo/reads.ts';
import { createReader } from '#reader/reader.ts';

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  /** The instant of each request; the clock if not given. */
  readonly now?: () => Date;
  /** Milliseconds, from any start: what the deadline of a request is measured by. */
  readonly clock?: () => number;
  /** Called before each read is sent; a test delays or fails commands here. */
  readonly beforeRead?: BeforeRead;
  /** Told of each command as it goes to the database; a test explains them. */
  readonly onCommand?: (command: Document) => void;
  /** Reading a property that was not projected throws: for tests. */
  readonly strictRows?: boolean;
}

export interface App extends AsyncDisposable {
  /** Answers a request in the process; never rejects. */
  fetch(request: Request): Promise<Response>;
  /** A listener for `node:http`. */
  handler(req: IncomingMessage, res: ServerResponse): void;
  readonly database: { readonly name: string; readonly kind: string };
  /** How many articles are stored, whoever may see them. */
  articleCount(): Promise<number>;
  /** Tells the app where it listens, for a site that has no address of its own; related stories of new samples are made from then on. */
  listensAt(url: string): void;
}

/** How often a process looks for work that another one left: the age from which it counts as left. */
const SWEEP_MS = 30_000;

/** Puts the rooms together: opens (and fills, where it is new) the database, builds the schema and the gateway. Throws StartError. */
export async function createApp({
  config,
  log,
  now = () => new Date(),
  clock = () => performance.now(),
  beforeRead,
  onCommand,
  strictRows,
}: AppOptions): Promise<App> {
  const [content, parts] = await Promise.all([
    openContent(config, log, now, { monitorCommands: onCommand !== undefined }),
    loadParts(),
  ]);
  const { schema, createRequest, createGateway, createSelection, createComplexityCheck } = parts;
  const { client, db, kind } = content;
  if (onCommand) client.on('commandStarted', ({ command }) => onCommand(command));
  let ownUrl = `http://${config.host}:${config.port}`;
  const site = createCurrentSite({ db, siteUrl: config.siteUrl, ownUrl: () => ownUrl });
  const needsOf = createSelection(schema);
  const checkComplexity = createComplexityCheck(schema);
  let requests = 0;
  // What a killed writer left behind is followed up by whichever process comes first.
  const sweep = setInterval(() => void content.sweep(), SWEEP_MS);
  sweep.unref();

  const reader = config.reader ? await createReader({ graphiql: config.graphiql, now }) : null;

  const gateway = createGateway<RequestContext>({
    schema,
    production: config.production,
    graphiql: config.graphiql,
    corsOrigins: config.corsOrigins,
    debugCost: config.debugCost,
    log,
    media: (path) => mediaFile(`/media/${path}`),
    ...(reader && { pages: reader.fetch }),
    tabs: config.graphiql ? await readTabs(await exampleVariables(db, now())) : [],
    async createContext({ requestId, signal }) {
      // A caller may send the same id twice; the number keeps the commands of the two apart.
      const comment = `${requestId} ${++requests}`;
      return createRequest({
        db,
        requestId: comment,
        now: now(),
        signal,
        clock,
        site: await site.current(),
        beforeRead,
        strictRows,
      });
    },
    plugins: [
      {
        onExecute({ args }) {
          checkComplexity(args.document, args.operationName, args.variableValues ?? {});
          args.contextValue.selection.needs = needsOf(args.document, args.operationName);
        },
      },
    ],
    costOf: ({ traffic, rounds }) => ({ ...traffic, rounds: rounds.count }),
    async readiness() {
      await db.command({ ping: 1 });
      const missing = await missingIndexes(db, allPlans);
      const detail = `${missing.length} indexes are missing: npm run indexes -- --apply makes them`;
      return { ready: true, database: db.databaseName, kind, ...(missing.length > 0 ? { detail } : {}) };
    },
  });

  return {
    ...gateway,
    database: { name: db.databaseName, kind },
    articleCount: () => db.collection('articles').estimatedDocumentCount(),
    listensAt(url) {
      ownUrl = url;
      void content.sweep();
    },
    async [Symbol.asyncDispose]() {
      clearInterval(sweep);
      await content[Symbol.asyncDispose]();
    },
  };
}

/** The GraphQL side is loaded while the database opens, which for the embedded one is another thread's work: half a second of each start. */
async function loadParts() {
  const [{ buildSchema }, { createRequest }, { createGateway }, { createSelection }, { createComplexityCheck }] =
    await Promise.all([
      import('#graphql/schema.ts'),
      import('#app/create-request.ts'),
      import('#http/gateway.ts'),
      import('#graphql/selection.ts'),
      import('#graphql/complexity.ts'),
    ]);
  const schema = await buildSchema(graphqlModules);
  return { schema, createRequest, createGateway, createSelection, createComplexityCheck };
}
