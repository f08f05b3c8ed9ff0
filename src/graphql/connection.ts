import type { ObjectRef } from '@pothos/core';
import { ContentError } from '#errors.ts';
import { batched, batchedFrom, derived, type Load } from './batched.ts';
import { builder, type Types } from './builder.ts';
import { DEFAULT_PAGE } from './complexity.ts';

/** One page of one list. What costs is a function, called only where the document selects it. */
export interface Page<Node> {
  readonly rows: readonly Node[];
  readonly cursorOf: (row: Node) => string;
  readonly hasNextPage: () => Promise<boolean>;
  readonly hasPreviousPage: () => Promise<boolean>;
}

/** A list not read yet: all that its connection's fields need to read it. */
export interface List<Kind extends string = string, Args = object> {
  readonly kind: Kind;
  /** Id of the row whose list it is; '' for a list of the whole site. */
  readonly parent: string;
  readonly args: Args;
}

export interface Count {
  readonly value: number;
  readonly precision: 'EXACT' | 'AT_LEAST';
}
export interface CountArgs {
  readonly mode: 'CAPPED' | 'EXACT';
  readonly cap: number;
}

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}
/** A page asked for, checked. */
export interface PageRequest {
  readonly size: number;
  readonly backward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

const MAX_PAGE = 100;
/** Throws BAD_USER_INPUT for what is below 0, above 100, or both `first` and `last`: refused, never clamped. */
export function checkPage({ first, after, last, before }: PageArgs): PageRequest {
  if (typeof first === 'number' && typeof last === 'number')
    throw new ContentError('BAD_USER_INPUT', 'first, last: give one of them');
  checkSize('first', first, MAX_PAGE);
  checkSize('last', last, MAX_PAGE);
  const backward = typeof last === 'number' || (typeof first !== 'number' && typeof before === 'string');
  return { size: last ?? first ?? DEFAULT_PAGE, backward, after: after ?? null, before: before ?? null };
}

/** Throws BAD_USER_INPUT unless the number of rows asked for is absent or from 0 to `most`. */
export function checkSize(name: string, value: number | null | undefined, most: number): void {
  if (typeof value !== 'number') return;
  if (value < 0) throw new ContentError('BAD_USER_INPUT', `${name}: at least 0`);
  if (value > most) throw new ContentError('BAD_USER_INPUT', `${name}: at most ${most}`);
}

/** Throws BAD_USER_INPUT for a cap outside 1 to 10,000. */
export function checkCap(cap: number): void {
  if (cap < 1 || cap > 10_000) throw new ContentError('BAD_USER_INPUT', 'cap: from 1 to 10,000');
}

const factOf =
  (fact: 'hasNextPage' | 'hasPreviousPage'): Load<Pick<Page<unknown>, typeof fact>, {}, boolean> =>
  (pages) =>
    Promise.all(pages.map((page) => page[fact]()));
const nextFact = factOf('hasNextPage');
const previousFact = factOf('hasPreviousPage');

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo');
builder.objectType(PageInfo, {
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: batched(t, {
      type: 'Boolean',
      description: 'True exactly if a row follows this page in the whole list, whichever way the page was asked for.',
      needs: ['hasNextPage'],
      load: nextFact as never, // the row type differs by one property name, which TypeScript cannot see through factOf
    }),
    hasPreviousPage: batched(t, {
      type: 'Boolean',
      description:
        'True exactly if a row stands before this page in the whole list. Behind a cursor it costs one more read.',
      needs: ['hasPreviousPage'],
      load: previousFact as never, // as above
    }),
    startCursor: derived(t, {
      type: 'String',
      nullable: true,
      description: 'Cursor of the first row; null for an empty page.',
      needs: ['rows', 'cursorOf'],
      from: (page) => cursorAt(page, 0),
    }),
    endCursor: derived(t, {
      type: 'String',
      nullable: true,
      description: 'Cursor of the last row; null for an empty page.',
      needs: ['rows', 'cursorOf'],
      from: (page) => cursorAt(page, -1),
    }),
  }),
});

function cursorAt<Node>(page: Pick<Page<Node>, 'rows' | 'cursorOf'>, index: number): string | null {
  const row = page.rows.at(index);
  return row === undefined ? null : page.cursorOf(row);
}

const CountPrecision = builder.enumType('CountPrecision', {
  description: 'How far a count can be trusted.',
  values: {
    EXACT: { description: 'The value is the number of rows.' },
    AT_LEAST: { description: 'There are more rows than the value says: show "1,000+".' },
  } as const,
});
const CountMode = builder.enumType('CountMode', {
  description: 'How far to count.',
  values: {
    CAPPED: { description: 'Count up to `cap` and stop there: cheap.' },
    EXACT: { description: 'Count all; falls back to AT_LEAST where that takes too long.' },
  } as const,
});
const CountRef = builder.objectRef<Count>('Count');
builder.objectType(CountRef, {
  description: 'How many rows a list has.',
  fields: (t) => ({
    value: t.exposeInt('value', { description: 'The number of rows, or the cap where there are more.' }),
    precision: t.expose('precision', {
      type: CountPrecision,
      description: 'Whether value is the number or a lower bound.',
    }),
  }),
});

export interface ConnectionOptions<Node, ListOf extends List> {
  readonly node: ObjectRef<Types, Node>;
  /** Plural noun for descriptions: "articles". */
  readonly noun: string;
  readonly page: Load<ListOf, {}, Page<Node>>;
  readonly count: Load<ListOf, CountArgs, Count>;
  /** More fields of an edge, such as a search hit's score. */
  readonly edgeFields?: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Edge<Node>>) => object;
}
interface Edge<Node> {
  readonly node: Node;
  readonly page: Page<Node>;
}

const LIST = ['kind', 'parent', 'args'] as const;

/** Declares `<name>Connection` and `<name>Edge`. Lazy: the page is read only where edges, nodes or pageInfo are selected, the count only for totalCount. */
export function connectionOf<Node extends object, ListOf extends List>(
  name: string,
  { node, noun, page, count, edgeFields }: ConnectionOptions<Node, ListOf>,
): ObjectRef<Types, ListOf> {
  const edge = builder.objectRef<Edge<Node>>(`${name}Edge`);
  builder.objectType(edge, {
    description: `One row of a list of ${noun}, with its cursor.`,
    fields: (t) => ({
      cursor: derived(t, {
        type: 'String',
        description: 'Opaque; stays good when its own row is gone. Give it to `after` or `before` of the same list.',
        needs: ['page', 'node'],
        from: ({ page: its, node: row }) => its.cursorOf(row),
      }),
      node: derived(t, {
        type: node,
        description: 'What the row holds.',
        needs: ['node'],
        from: (parent) => parent.node as never, // Pothos' shape of a generic ref is not resolved here
      }),
      ...edgeFields?.(t),
    }),
  });
  const connection = builder.objectRef<ListOf>(`${name}Connection`);
  const common = { needs: LIST, load: page as never } as const; // Row<ListOf, …> of a generic list is ListOf
  builder.objectType(connection, {
    description: `A page of a list of ${noun}.`,
    fields: (t) => ({
      edges: batchedFrom(t, {
        ...common,
        type: [edge],
        description: 'The rows with their cursors, in order.',
        from: ((its: Page<Node>) => its.rows.map((row) => ({ node: row, page: its }))) as never,
      }),
      nodes: batchedFrom(t, {
        ...common,
        type: [node],
        description: 'The rows, in order.',
        from: ((its: Page<Node>) => its.rows) as never,
      }),
      pageInfo: batchedFrom(t, {
        ...common,
        type: PageInfo,
        description: 'Where this page stands in the list.',
        from: ((its: Page<Node>) => its) as never,
      }),
      totalCount: batched(t, {
        type: CountRef,
        nullable: true,
        description:
          'How many rows the whole list has, counted now for this reader; costs one read where selected, null where that failed.',
        args: {
          mode: t.arg({ type: CountMode, required: true, defaultValue: 'CAPPED', description: 'How far to count.' }),
          cap: t.arg.int({ required: true, defaultValue: 1000, description: 'Where CAPPED stops: 1 to 10,000.' }),
        },
        needs: LIST,
        load: count as never, // as above
      }),
    }),
  });
  return connection;
}
