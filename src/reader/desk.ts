import type { Operations } from './operations.ts';

/** What an operation gave and what it cost the database. */
interface Executed {
  readonly data: unknown;
  readonly errors: readonly unknown[];
  readonly cost: { readonly commands: number; readonly rounds: number };
}

/** Runs one GraphQL operation. A site of its own would send it to `/graphql` by `fetch`. */
export type Execute = (document: string, variables: Readonly<Record<string, unknown>>) => Promise<Executed>;

/** An operation that a page has run, for "See the query". */
export interface Ran extends Executed {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Thrown where a page cannot be made: 404, its address names no page; 503, what it is about could not be read just now. */
export class NoPage extends Error {
  readonly status: 404 | 503;
  constructor(status: 404 | 503) {
    super(`no page: ${status}`);
    this.status = status;
  }
}

/** Asks for one page's data and remembers what it asked. */
export interface Desk {
  /**
   * The answer to an operation of this name. `about` is the root field without which there is no page.
   * @throws NoPage 503 if that field failed; 404 if a cursor was not good.
   */
  ask<Data>(name: string, variables?: Readonly<Record<string, unknown>>, about?: keyof Data & string): Promise<Data>;
  /** In the order in which they were asked. */
  readonly ran: readonly Ran[];
}

interface SeenError {
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** @throws NoPage where what the page is about is missing for a reason. */
function checkAnswer({ data, errors }: Executed, about: string | undefined): void {
  // The shape of errors is GraphQL's own.
  const seen = errors as readonly SeenError[];
  if (seen.some(({ extensions }) => extensions?.code === 'BAD_CURSOR')) throw new NoPage(404);
  if (typeof data !== 'object' || data === null) throw new NoPage(503);
  if (about !== undefined && Reflect.get(data, about) === null && seen.some(({ path }) => path?.[0] === about))
    throw new NoPage(503);
}

/** A desk for one page. */
export function createDesk(operations: Operations, execute: Execute): Desk {
  const ran: Ran[] = [];
  return {
    ran,
    async ask<Data>(
      name: string,
      variables: Readonly<Record<string, unknown>> = {},
      about?: keyof Data & string,
    ): Promise<Data> {
      const document = operations.get(name);
      if (document === undefined) throw new Error(`there is no operation ${name}`);
      // Its place is taken now: the order of answers is chance.
      const place = ran.length;
      const none: Executed = { data: null, errors: [], cost: { commands: 0, rounds: 0 } };
      ran.push({ name, document, variables, ...none });
      const executed = await execute(document, variables);
      ran[place] = { name, document, variables, ...executed };
      checkAnswer(executed, about);
      // The document asks for exactly these fields, and the schema has checked it.
      return executed.data as Data;
    },
  };
}
