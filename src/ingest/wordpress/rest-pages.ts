import { StartError } from '#errors.ts';
import type { WordPressApi } from './find-api.ts';
import { whyNot } from './no-answer.ts';
import type { PoliteClient } from './polite-client.ts';
import { restError } from './rest-shapes.ts';
import type { Answer } from './safe-get.ts';

/** WordPress refuses more. */
export const PER_PAGE = 100;

export interface RestPage {
  readonly rows: readonly unknown[];
  readonly page: number;
  /** How many pages the list has; null = not told. */
  readonly pages: number | null;
  /** How many rows the list has, hidden ones included; null = not told. */
  readonly total: number | null;
}

/** A list that this user may not see; `code` is WordPress' own. */
export class Hidden extends Error {
  override readonly name = 'Hidden';
}

export interface RestAccess {
  readonly api: WordPressApi;
  readonly client: PoliteClient;
}

/**
 * How a list is asked, best first. By id, what is published meanwhile comes last and moves nothing. Where something in front of a site
 * refuses what it does not know, its list is taken as it comes.
 */
const MANNERS: readonly ((query: Query) => Query)[] = [
  (query) => ({ ...query, per_page: String(PER_PAGE), orderby: 'id', order: 'asc' }),
  ({ _fields, ...query }) => ({ ...query, per_page: String(PER_PAGE) }),
  ({ _fields, ...query }) => query,
  (query) => Object.fromEntries(Object.entries(query).filter(([name]) => !CHOICES.has(name))),
];
const CHOICES: ReadonlySet<string> = new Set(['_fields', 'include', 'parent']);

type Query = Readonly<Record<string, string>>;

/**
 * All pages of a list. The next page is asked for while one is worked on. It ends where X-WP-TotalPages says, not at an empty or short page:
 * what is hidden from us is counted there too; where that is not told, at the first empty one, or past the end.
 * Rejects with `Hidden` for 401, 403 and 404 of the first page, with a StartError for anything else that is no list: a list that is shown in
 * part must not pass for a whole one.
 */
export async function* restPages(access: RestAccess, route: string, query: Query): AsyncGenerator<RestPage> {
  let next = askPage(access, route, query, 1);
  let before = '';
  for (let page = 1; ; page += 1) {
    const current = await next;
    if (current === null) return;
    const rows = current.pages === null ? JSON.stringify(current.rows) : '';
    // The end is not told, and what is asked for is not heard: this would go on for ever.
    if (current.pages === null && (current.rows.length === 0 || rows === before)) return;
    before = rows;
    const isLast = current.pages !== null && page >= current.pages;
    if (!isLast) next = askPage(access, route, query, page + 1, current.pages === null);
    yield current;
    if (isLast) return;
  }
}

/**
 * One page of a list, from 1; null past the end: the list has become shorter meanwhile, or its end is `unknown`. Rejects as `restPages` does; may be
 * awaited later.
 */
export function askPage(
  access: RestAccess,
  route: string,
  query: Query,
  page: number,
  isEndUnknown = false,
): Promise<RestPage | null> {
  const asked = askInManner(access, route, query, page, isEndUnknown);
  // One that fails while another is worked on must not end the process; whoever awaits it is told.
  asked.catch(() => undefined);
  return asked;
}

async function askInManner(
  { api, client }: RestAccess,
  route: string,
  query: Query,
  page: number,
  isEndUnknown: boolean,
): Promise<RestPage | null> {
  const known = api.manners.get(route) ?? 0;
  for (const [manner, asked] of MANNERS.entries()) {
    if (manner < known) continue;
    const address = api.address(route, { ...asked(query), page: String(page) });
    const answer = await client.get(address).catch((error: unknown) => {
      throw whyNot(new URL(address.origin), error);
    });
    const isRefused = page === 1 && (answer.status === 400 || answer.status === 404);
    if (isRefused && manner + 1 < MANNERS.length) continue;
    const read = pageOf(answer, page, address, isEndUnknown);
    api.manners.set(route, manner);
    return read;
  }
  return null;
}

/** Null past the end: the list has become shorter meanwhile. */
function pageOf({ status, headers, body }: Answer, page: number, address: URL, isEndUnknown: boolean): RestPage | null {
  const parsed = jsonOf(body);
  const error = restError.safeParse(parsed);
  const code = error.success ? error.data.code : String(status);
  if (page > 1 && status === 400 && code === 'rest_post_invalid_page_number') return null;
  if (isEndUnknown && (status === 400 || status === 404)) return null;
  if (page > 1 && [401, 403, 404].includes(status))
    throw new StartError(`${address.origin} stopped in the middle of a list with status ${status}: try again later.`);
  if ([401, 403, 404].includes(status) || (status === 400 && code === 'rest_invalid_param')) throw new Hidden(code);
  if (status !== 200 || !Array.isArray(parsed))
    throw new StartError(
      `${address.origin} answers a list with status ${status}${Array.isArray(parsed) ? '' : ' and no list'}: try again later.`,
    );
  return {
    rows: parsed,
    page,
    pages: numberIn(headers['x-wp-totalpages']),
    total: numberIn(headers['x-wp-total']),
  };
}

/** The number that a header tells; null where a proxy has taken it away. */
function numberIn(header: string | undefined): number | null {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : null;
}

/** What a body says as JSON; null where it is none. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
