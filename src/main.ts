import { type App, createApp } from '#app.ts';
import { serve, type Served } from '#app/serve.ts';
import { type Config, readConfig } from '#config.ts';
import { StartError } from '#errors.ts';
import { createLog, describeError, type Log, logEvents } from '#log.ts';

/** Together below the 10 s that container platforms wait by default before they kill. */
const REQUEST_GRACE_MS = 7000;
const DATABASE_GRACE_MS = 2000;

interface Running {
  readonly app: App;
  readonly server: Served;
  /** As many as there were at the start. */
  readonly articles: number;
}

/** Opens the database, then the port; what was opened is closed again when the rest fails. */
async function start(config: Config, log: Log): Promise<Running> {
  const app = await createApp({ config, log });
  try {
    const articles = await app.articleCount();
    return { app, server: await serve(app, config), articles };
  } catch (error) {
    await app[Symbol.asyncDispose]();
    throw error;
  }
}

/** Tells where to go and what is there: in words on a terminal, else as one line of the log. */
function announce({ app, server, articles }: Running, config: Config, log: Log): void {
  const { name, kind } = app.database;
  if (!process.stdout.isTTY) {
    const graphiql = config.graphiql ? { graphiql: `${server.url}/graphql` } : {};
    log.info({ url: server.url, ...graphiql, database: name, kind, articles }, logEvents.started);
    return;
  }
  console.log(`
  Masthead answers at ${server.url}/graphql${config.graphiql ? ' — open it in a browser for GraphiQL' : ''}${config.reader ? `\n  A news site made from it: ${server.url}` : ''}
  Database: ${name} (${kind}), ${articles === 1 ? '1 article' : `${articles} articles`}
`);
}

/** Resolves when `work` is done or `ms` are over; a failure is logged, for nobody waits for it any more. */
async function within(ms: number, work: PromiseLike<void>, log: Log): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const done = work.then(undefined, (cause: unknown) => log.error({ cause: describeError(cause) }, logEvents.failed));
  await Promise.race([done, promise]);
  clearTimeout(timer);
}

/** Ends the process in order at the first SIGTERM or SIGINT, at once at the second. */
function stopOnSignal({ app, server }: Running, log: Log): void {
  let stopping = false;
  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, logEvents.stopping);
    await within(REQUEST_GRACE_MS + 1000, server.stop(REQUEST_GRACE_MS), log);
    await within(DATABASE_GRACE_MS, app[Symbol.asyncDispose](), log);
    log.info(logEvents.stopped);
    process.exit(0);
  }
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}

/** Says in a sentence why nothing was started. Only what nobody foresaw gets more, in the log. */
function fail(error: unknown, log: Log | null): void {
  if (error instanceof StartError) console.error(error.message);
  else {
    console.error('Masthead could not start, for a reason it does not know; the log line has the cause.');
    log?.fatal({ cause: describeError(error) }, logEvents.failed);
  }
  process.exitCode = 1;
}

async function main(): Promise<void> {
  let log: Log | null = null;
  try {
    const config = readConfig();
    log = createLog(config.logLevel, { pretty: process.stdout.isTTY });
    const toLog = log;
    // One forgotten rejection must not end the requests of everybody else.
    process.on('unhandledRejection', (cause) => toLog.error({ cause: describeError(cause) }, logEvents.unhandled));
    const running = await start(config, log);
    stopOnSignal(running, log);
    announce(running, config, log);
  } catch (error) {
    fail(error, log);
    // What a failed start may have left open must not keep the process.
    process.exit();
  }
}

await main();
