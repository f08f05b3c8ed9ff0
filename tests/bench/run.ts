import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { scriptOptions } from '../_support/script-options.ts';
import { alike, candidatesOf, type Case } from './cases.ts';
import { checkCase, type Checked } from './check.ts';
import { createConnection } from './load.ts';
import { quantile, sample, type Sample, type Server, type ServerKind } from './measure.ts';
import { openNewsroom, seedNewsroom, withDatabase, type Newsroom } from './newsroom.ts';
import { CORES, type Measured, pinLoad, startMeasured, urlIn } from './processes.ts';
import { startTable } from './start-time.ts';
import { comparisonOf, tableOf, tooDear, type Tables } from './table.ts';

const HELP = `npm run bench -- [options]
Measures what the promised operations cost, beside a plain server and a bare one, and how long a start takes.
  --articles N    size of the newsroom (10000)
  --compare       measure a newsroom of ten times as many, too, and print the ratio
  --keep DIR      keep the seeded databases there, and use what is there
  --seed S        the newsroom's seed (1)
  --processes P   processes of each server, pooled (2)
  --only A,B      these operations alone
  --rounds R      how often up to 12 requests of each operation are sent to each process (5)
  --starts T      how often each start is timed (3); 0 leaves it out
MONGODB_URI names a server to use instead of the embedded one; databases masthead_bench_N are made there.`;

const SITE_URL = 'https://chronicle.example';
/** Requests of each operation that each process answers before anything is measured. */
const WARM_UP_ROUNDS = 3;

const { values } = scriptOptions(HELP, {
  options: {
    articles: { type: 'string', default: '10000' },
    compare: { type: 'boolean', default: false },
    keep: { type: 'string' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '2' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    starts: { type: 'string', default: '3' },
  },
});

const ONLY = values.only?.split(',') ?? null;

const say = (line: string): void => console.error(line);

function startServer(kind: ServerKind, { uri }: Newsroom, counting = false): Promise<Measured> {
  const env = { MONGODB_URI: uri, SITE_URL };
  if (kind === 'bare') return startMeasured({ args: ['tests/bench/bare-server.ts'], on: 'server', ready: urlIn });
  if (kind === 'plain')
    return startMeasured({
      args: ['tests/bench/plain-server.ts'],
      env: { ...env, COUNT_COMMANDS: counting ? '1' : '0' },
      on: 'server',
      ready: urlIn,
    });
  return startMeasured({
    args: ['src/main.ts'],
    env: { ...env, PORT: '0', DEBUG_COST: counting ? '1' : '0' },
    on: 'server',
    ready: urlIn,
  });
}

/** A newsroom and what is asked of it. */
interface Prepared extends Newsroom {
  readonly cases: readonly Case[];
}

function casesOf({ cases }: Prepared, operation: string): readonly Case[] {
  return cases.filter((one) => one.operation === operation);
}

/** Chooses requests whose answers are alike in all newsrooms. */
async function prepare(newsrooms: readonly Newsroom[]): Promise<readonly Prepared[]> {
  const candidates = [];
  for (const newsroom of newsrooms) {
    say(`choosing requests at ${newsroom.articles} articles`);
    const gateway = await startServer('gateway', newsroom);
    candidates.push(await withDatabase(newsroom, (db) => candidatesOf(db, gateway.url, ONLY)));
    await gateway.stop();
  }
  const chosen = alike(candidates);
  return newsrooms.map((newsroom, at) => ({ ...newsroom, cases: chosen[at] ?? [] }));
}

/** Commands, bytes and equal answers, by operation; what is told of an operation are medians over its requests. */
async function check(newsroom: Prepared, operations: readonly string[]): Promise<ReadonlyMap<string, Checked>> {
  const [gateway, plain] = await Promise.all([
    startServer('gateway', newsroom, true),
    startServer('plain', newsroom, true),
  ]);
  const connection = createConnection();
  const checked = new Map<string, Checked>();
  try {
    for (const operation of operations) {
      const all: Checked[] = [];
      for (const one of casesOf(newsroom, operation)) all.push(await checkCase(one, gateway, plain, connection));
      const median = (property: 'commands' | 'rounds' | 'plainCommands' | 'bytes' | 'objects') =>
        quantile(
          all.map((one) => one[property]),
          0.5,
        );
      checked.set(operation, {
        commands: median('commands'),
        rounds: median('rounds'),
        plainCommands: median('plainCommands'),
        bytes: median('bytes'),
        objects: median('objects'),
        wrong: all.find(({ wrong }) => wrong !== null)?.wrong ?? null,
      });
    }
  } finally {
    connection.close();
    await Promise.all([gateway.stop(), plain.stop()]);
  }
  return checked;
}

/** Gives the bare servers the answers of the gateway to repeat. */
async function fillBare(newsroom: Prepared, operations: readonly string[], servers: readonly Server[]): Promise<void> {
  const gateway = servers.find(({ kind }) => kind === 'gateway');
  const connection = createConnection();
  for (const operation of operations) {
    for (const [at, { body }] of casesOf(newsroom, operation).entries()) {
      const answer = await connection.send(`${gateway?.process.url}/graphql`, body);
      for (const { kind, process } of servers)
        if (kind === 'bare') await connection.send(`${process.url}/${operation}/${at}`, answer.body, 'PUT');
    }
  }
  connection.close();
}

/** Every process gets each operation's requests in every round, in turn, so that what disturbs the machine disturbs all alike. */
async function measure(
  newsrooms: readonly Prepared[],
  servers: readonly Server[],
  operations: readonly string[],
  rounds: number,
): Promise<readonly Sample[]> {
  const connection = createConnection();
  const samples: Sample[] = [];
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    say(round < 0 ? `warming up ${round + WARM_UP_ROUNDS + 1}/${WARM_UP_ROUNDS}` : `round ${round + 1}/${rounds}`);
    for (const operation of operations) {
      const order = round % 2 === 0 ? servers : servers.toReversed();
      for (const server of order) {
        const newsroom = newsrooms.find(({ articles }) => articles === server.articles);
        const taken = await sample(server, operation, newsroom ? casesOf(newsroom, operation) : [], connection);
        if (round >= 0) samples.push(taken);
      }
    }
  }
  connection.close();
  return samples;
}

async function startServers(newsrooms: readonly Newsroom[], processes: number): Promise<readonly Server[]> {
  const servers: Server[] = [];
  for (let count = 0; count < processes; count++) {
    for (const newsroom of newsrooms) {
      for (const kind of ['gateway', 'plain', 'bare'] as const) {
        const { articles, database } = newsroom;
        servers.push({ kind, articles, process: await startServer(kind, newsroom), database });
      }
    }
  }
  return servers;
}

async function main(): Promise<void> {
  const articles = Number(values.articles);
  const sizes = values.compare ? [articles, 10 * articles] : [articles];
  const mongodbUri = process.env['MONGODB_URI'] ?? null;
  const base = values.keep === undefined ? await mkdtemp(join(tmpdir(), 'masthead-bench-')) : resolve(values.keep);
  const place = (articles: number) => ({ folder: join(base, `${articles}-${values.seed}`), mongodbUri });
  const opened: Newsroom[] = [];
  let servers: readonly Server[] = [];
  try {
    for (const articles of sizes) {
      say(`newsroom of ${articles} articles`);
      await seedNewsroom(articles, Number(values.seed), place(articles));
    }
    const count = Number(values.starts);
    const folders = sizes.map((articles) => [`a folder with ${articles} articles`, place(articles).folder] as const);
    const starts = count > 0 ? await startTable(mongodbUri === null ? folders : [], count) : null;
    pinLoad();
    for (const articles of sizes) opened.push(await openNewsroom(articles, place(articles)));
    const newsrooms = await prepare(opened);
    const operations = [...new Set(newsrooms.flatMap(({ cases }) => cases.map(({ operation }) => operation)))];
    const checked = new Map<number, ReadonlyMap<string, Checked>>();
    for (const newsroom of newsrooms) checked.set(newsroom.articles, await check(newsroom, operations));
    servers = await startServers(newsrooms, Number(values.processes));
    for (const newsroom of newsrooms)
      await fillBare(
        newsroom,
        operations,
        servers.filter(({ articles }) => articles === newsroom.articles),
      );
    const samples = await measure(newsrooms, servers, operations, Number(values.rounds));
    print({ samples, checked, operations }, sizes, starts);
  } finally {
    await Promise.all(servers.map(({ process: one }) => one.stop()));
    await Promise.all(opened.map(({ database }) => database?.stop()));
    if (values.keep === undefined) await rm(base, { recursive: true, force: true });
  }
}

function print(tables: Tables, sizes: readonly number[], starts: string | null): void {
  const [cpu] = cpus();
  const pinned = CORES
    ? `servers on core ${CORES.server}, load and database on ${CORES.rest}`
    : 'cores not separated: no taskset here';
  console.log(
    `Node ${process.versions.node}, ${cpu?.model ?? 'unknown processor'}; ${pinned}; ${values.processes} processes each, ${values.rounds} rounds of up to 12 requests, one at a time; medians.`,
  );
  console.log(
    'CPU is milliseconds per request of the server process (gateway, plain Yoga + Pothos + DataLoader, bare node:http), then of the database.',
  );
  for (const articles of sizes)
    console.log(`\n${articles.toLocaleString('en')} articles\n\n${tableOf(tables, articles)}`);
  const [small, large] = sizes;
  if (small !== undefined && large !== undefined) {
    console.log(
      `\nAt ${large.toLocaleString('en')} articles a request costs so many times what it costs at ${small.toLocaleString('en')}\n\n${comparisonOf(tables, small, large)}`,
    );
    for (const operation of tooDear(tables, small, large)) {
      console.log(`\n\`${operation}\` costs the gateway more than it may.`);
      process.exitCode = 1;
    }
  }
  if (starts !== null) console.log(`\n${starts}`);
  for (const [articles, byOperation] of tables.checked) {
    for (const [operation, { wrong }] of byOperation) {
      if (wrong === null) continue;
      console.log(`\n\`${operation}\` at ${articles} articles: ${wrong}`);
      process.exitCode = 1;
    }
  }
}

await main();
