import type { createConnection } from './load.ts';
import type { Case } from './newsroom.ts';

interface Target {
  readonly url: string;
}

/** What one request costs the database and how long its answer is, and whether both servers answer alike. */
export interface Checked {
  readonly commands: number;
  readonly rounds: number;
  readonly plainCommands: number;
  readonly bytes: number;
  /** Where the two answers differ first, as a path; null where they are equal. */
  readonly differsAt: string | null;
}

/** Asks both servers, which count their commands, the same. Throws where one answers with errors. */
export async function checkCase(
  { body, operation }: Case,
  gateway: Target,
  plain: Target,
  connection: ReturnType<typeof createConnection>,
): Promise<Checked> {
  const ours = await connection.send(`${gateway.url}/graphql`, body);
  const theirs = await connection.send(`${plain.url}/graphql`, body);
  const { extensions, ...answer } = JSON.parse(ours.body.toString());
  const reference = JSON.parse(theirs.body.toString());
  for (const [name, { errors }] of Object.entries({ gateway: answer, reference }))
    if (errors) throw new Error(`${operation}: the ${name} answers with ${JSON.stringify(errors).slice(0, 500)}`);
  return {
    commands: extensions?.mongo?.commands ?? 0,
    rounds: extensions?.mongo?.rounds ?? 0,
    plainCommands: Number(theirs.headers['x-commands']),
    bytes: Buffer.byteLength(JSON.stringify(answer)),
    differsAt: differenceOf(answer, reference, ''),
  };
}

/** Cursors are opaque: that there is one is what must agree. */
function differenceOf(a: unknown, b: unknown, path: string): string | null {
  if (path.endsWith('.endCursor')) return (a === null) === (b === null) ? null : path;
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b) ? null : path;
  const [left, right] = [a, b] as readonly Readonly<Record<string, unknown>>[]; // objects and lists alike
  for (const key of new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])) {
    const found = differenceOf(left?.[key], right?.[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
