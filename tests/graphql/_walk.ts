import { expect } from 'vitest';
import type { AppFixture } from '../_support/use-app.ts';

/** A list of the schema that can be walked. */
export interface Listing {
  readonly name: string;
  /** The document around the list, `%` standing for the list's page arguments. */
  readonly document: string;
  /** From `data` to the connection. */
  readonly at: readonly string[];
}

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}
interface Row {
  readonly cursor: string;
  readonly id: string;
}
interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}
export interface SeenPage {
  readonly rows: readonly Row[];
  readonly info: PageInfo;
}

const PAGE = '{ edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';
const FORWARD = { declared: '$first: Int, $after: String', given: 'first: $first, after: $after' };
const BOTH = {
  declared: `${FORWARD.declared}, $last: Int, $before: String`,
  given: `${FORWARD.given}, last: $last, before: $before`,
};

/** The document that asks for one page of a list; `page` is what it selects of the connection. */
function pageDocument({ document }: Listing, { backward = true, page = PAGE } = {}): string {
  const { declared, given } = backward ? BOTH : FORWARD;
  return `query (${declared}) { ${document.replace('%', given).replace('PAGE', page)} }`;
}

/** One page, which must come without errors. */
export async function readPage(
  fixture: AppFixture,
  listing: Listing,
  args: PageArgs,
  { backward = true } = {},
): Promise<SeenPage> {
  const { data, errors } = await fixture.execute(pageDocument(listing, { backward }), { ...args });
  expect(errors).toBeUndefined();
  const { edges, pageInfo } = listing.at.reduce((value, name) => value[name], data);
  return {
    rows: edges.map((edge: { cursor: string; node: { id: string } }) => ({ cursor: edge.cursor, id: edge.node.id })),
    info: pageInfo,
  };
}

/** Every page from one end to the other, in the order of reading; `between` runs after each page. */
export async function walk(
  fixture: AppFixture,
  listing: Listing,
  {
    size,
    way,
    between,
  }: { readonly size: number; readonly way: 'forward' | 'backward'; readonly between?: () => Promise<void> },
  options: { readonly backward?: boolean } = {},
): Promise<readonly SeenPage[]> {
  const pages: SeenPage[] = [];
  let cursor: string | null = null;
  do {
    const args: PageArgs = way === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor };
    const page = await readPage(fixture, listing, args, options);
    pages.push(page);
    await between?.();
    const { hasNextPage, hasPreviousPage, startCursor, endCursor }: PageInfo = page.info;
    cursor = way === 'forward' ? (hasNextPage ? endCursor : null) : hasPreviousPage ? startCursor : null;
  } while (cursor !== null);
  return pages;
}

/** The ids of pages read one way, in the list's own order. */
export function idsOf(pages: readonly SeenPage[], way: 'forward' | 'backward' = 'forward'): readonly string[] {
  const ordered = way === 'forward' ? pages : pages.toReversed();
  return ordered.flatMap(({ rows }) => rows.map(({ id }) => id));
}
