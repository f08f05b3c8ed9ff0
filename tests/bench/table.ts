import type { Checked } from './check.ts';
import { resultOf, type Result, type Sample, type ServerKind } from './measure.ts';

const ms = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 2 : 1));
const times = (value: number): string => `${value.toFixed(2)}×`;

export interface Tables {
  readonly samples: readonly Sample[];
  /** By size, then operation. */
  readonly checked: ReadonlyMap<number, ReadonlyMap<string, Checked>>;
  readonly operations: readonly string[];
}

function resultsOf({ samples }: Tables, articles: number, operation: string): Readonly<Record<ServerKind, Result>> {
  const of = (kind: ServerKind) =>
    resultOf(samples.filter((one) => one.kind === kind && one.articles === articles && one.operation === operation));
  return { gateway: of('gateway'), plain: of('plain'), bare: of('bare') };
}

/** One row an operation, ready for a README. */
export function tableOf(tables: Tables, articles: number): string {
  const rows = tables.operations.map((operation) => {
    const { gateway, plain, bare } = resultsOf(tables, articles, operation);
    const checked = tables.checked.get(articles)?.get(operation);
    return [
      `\`${operation}\``,
      ms(gateway.cpu),
      ms(plain.cpu),
      ms(bare.cpu),
      ms(gateway.databaseCpu),
      ms(plain.databaseCpu),
      `${ms(gateway.p50)} / ${ms(gateway.p99)}`,
      `${ms(plain.p50)} / ${ms(plain.p99)}`,
      `${checked?.commands ?? '?'} in ${checked?.rounds ?? '?'}`,
      String(checked?.plainCommands ?? '?'),
      `${((checked?.bytes ?? 0) / 1_000).toFixed(1)} kB`,
    ];
  });
  return markdown(
    [
      'operation',
      'CPU ms',
      'plain',
      'bare',
      'database ms',
      'plain',
      'p50 / p99 ms',
      'plain',
      'commands in rounds',
      'plain',
      'answer',
    ],
    rows,
  );
}

/** What a promised operation may cost at ten times the articles. */
const MOST_TIMES = 1.3;

/** The operations whose gateway costs more than it may at the larger size. */
export function tooDear(tables: Tables, small: number, large: number): readonly string[] {
  return tables.operations.filter((operation) => {
    const [a, b] = [resultsOf(tables, small, operation), resultsOf(tables, large, operation)];
    return b.gateway.cpu / a.gateway.cpu > MOST_TIMES;
  });
}

/** How many times as much each operation costs at the larger size, and how much longer its answers are there. */
export function comparisonOf(tables: Tables, small: number, large: number): string {
  const rows = tables.operations.map((operation) => {
    const [a, b] = [resultsOf(tables, small, operation), resultsOf(tables, large, operation)];
    const both = ({ gateway }: typeof a) => gateway.cpu + gateway.databaseCpu;
    const [before, after] = [small, large].map((articles) => tables.checked.get(articles)?.get(operation));
    return [
      `\`${operation}\``,
      times(b.gateway.cpu / a.gateway.cpu),
      times(b.gateway.databaseCpu / a.gateway.databaseCpu),
      times(both(b) / both(a)),
      times(b.gateway.p50 / a.gateway.p50),
      times((b.plain.cpu + b.plain.databaseCpu) / (a.plain.cpu + a.plain.databaseCpu)),
      `${before?.objects} and ${after?.objects}`,
    ];
  });
  return markdown(['operation', 'gateway', 'database', 'both', 'p50', 'plain, both', 'objects in the answers'], rows);
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}
