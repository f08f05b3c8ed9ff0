import type { createConnection } from './load.ts';
import type { Case } from './cases.ts';
import type { Measured } from './processes.ts';

export type ServerKind = 'gateway' | 'plain' | 'bare';
/** One server process over one newsroom. */
export interface Server {
  readonly kind: ServerKind;
  readonly articles: number;
  readonly process: Measured;
  readonly database: Measured | null;
}

/** What a handful of requests to one process took. */
interface Sample {
  readonly kind: ServerKind;
  readonly articles: number;
  readonly operation: string;
  /** Milliseconds of CPU per request: of the server, and of the database. */
  readonly cpu: number;
  readonly databaseCpu: number;
  readonly latencies: readonly number[];
}

/** A sample of slow requests holds as many as fit into this time, but a few in any case. */
const SAMPLE_MS = 1_500;
const FEWEST_REQUESTS = 3;

/** The cases of one operation, in turn, to one process; of slow ones the first few. */
export async function sample(
  server: Server,
  operation: string,
  cases: readonly Case[],
  connection: ReturnType<typeof createConnection>,
): Promise<Sample> {
  const database = server.kind === 'bare' ? null : server.database;
  const before = await Promise.all([server.process.cpu(), database?.cpu() ?? 0]);
  const latencies: number[] = [];
  const started = performance.now();
  for (const [at, { body }] of cases.entries()) {
    if (at >= FEWEST_REQUESTS && performance.now() - started > SAMPLE_MS) break;
    const path = server.kind === 'bare' ? `/${operation}/${at}` : '/graphql';
    const { ms } = await connection.send(server.process.url + path, body);
    latencies.push(ms);
  }
  const after = await Promise.all([server.process.cpu(), database?.cpu() ?? 0]);
  const perRequest = (index: 0 | 1) => (after[index] - before[index]) / 1_000 / latencies.length;
  const { kind, articles } = server;
  return { kind, articles, operation, cpu: perRequest(0), databaseCpu: perRequest(1), latencies };
}

/** All samples of one kind of server, newsroom and operation in one. */
export interface Result {
  readonly cpu: number;
  readonly databaseCpu: number;
  readonly p50: number;
  readonly p99: number;
}

/** Medians of the samples' CPU, percentiles of all their latencies. */
export function resultOf(samples: readonly Sample[]): Result {
  const latencies = samples.flatMap((one) => one.latencies);
  return {
    cpu: quantile(
      samples.map(({ cpu }) => cpu),
      0.5,
    ),
    databaseCpu: quantile(
      samples.map(({ databaseCpu }) => databaseCpu),
      0.5,
    ),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

/** NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export type { Sample };
