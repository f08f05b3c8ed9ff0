import type { createConnection } from './load.ts';
import { objectsIn, type Case } from './cases.ts';

interface Target {
  readonly url: string;
}

/** What one request costs the database and how long its answer is, and whether both servers answer alike. */
export interface Checked {
  readonly commands: number;
  readonly rounds: number;
  readonly plainCommands: number;
  readonly bytes: number;
  readonly objects: number;
  /** What is wrong: an error of one of them, or where the two answers differ first; null where they are equal. */
  readonly wrong: string | null;
}

/** Asks both servers, which count their commands, the same. */
export async function checkCase(
  { body }: Case,
  gateway: Target,
  plain: Target,
  connection: ReturnType<typeof createConnection>,
): Promise<Checked> {
  const ours = await connection.send(`${gateway.url}/graphql`, body);
  const before = await commandsOf(plain, connection);
  const theirs = await connection.send(`${plain.url}/graphql`, body);
  const { extensions, ...answer } = JSON.parse(ours.body.toString());
  const reference = JSON.parse(theirs.body.toString());
  return {
    commands: extensions?.mongo?.commands ?? 0,
    rounds: extensions?.mongo?.rounds ?? 0,
    plainCommands: (await commandsOf(plain, connection)) - before,
    bytes: Buffer.byteLength(JSON.stringify(answer)),
    objects: objectsIn(answer['data']),
    wrong: wrongWith({ answer, reference }),
  };
}

async function commandsOf({ url }: Target, connection: ReturnType<typeof createConnection>): Promise<number> {
  return Number((await connection.send(`${url}/commands`, '')).body.toString());
}

interface Outcome {
  readonly errors?: readonly { readonly message: string; readonly path?: readonly unknown[] }[];
}
function wrongWith({ answer, reference }: { readonly answer: Outcome; readonly reference: Outcome }): string | null {
  for (const [name, { errors }] of Object.entries({ 'the gateway': answer, 'the plain server': reference })) {
    const [error] = errors ?? [];
    if (error) return `${name} answers with an error at ${error.path?.join('.') ?? 'the document'}: ${error.message}`;
  }
  const difference = differenceOf(answer, reference);
  return difference === null ? null : `the answers differ at ${difference}`;
}

/** Where two answers differ first, as a path; null where they are equal. Cursors are opaque: that there is one is what must agree. */
export function differenceOf(a: unknown, b: unknown, path = ''): string | null {
  if (path.endsWith('.endCursor')) return (a === null) === (b === null) ? null : path;
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b) ? null : path;
  const [left, right] = [a, b] as readonly Readonly<Record<string, unknown>>[]; // objects and lists alike
  for (const key of new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])) {
    const found = differenceOf(left?.[key], right?.[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
