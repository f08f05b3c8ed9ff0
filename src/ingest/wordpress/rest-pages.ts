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
  readonly pages: number;
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
 * All pages of a list, ordered by id, so that what is published meanwhile comes last and moves nothing. The next page is asked for while one
 * is worked on. It ends where X-WP-TotalPages says, not at an empty or short page: what is hidden from us is counted there too.
 * Rejects with `Hidden` for 401, 403 and 404 of the first page, with a StartError for anything else that is no list: a list that is shown in
 * part must not pass for a whole one.
 */
export async function* restPages(
  { api, client }: RestAccess,
  route: string,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<RestPage> {
  const ask = (page: number): Promise<RestPage | null> => askPage({ api, client }, route, query, page);
  let next = ask(1);
  for (let page = 1; ; page += 1) {
    const current = await next;
    if (current === null) return;
    if (page < current.pages) next = ask(page + 1);
    yield current;
    if (page >= current.pages) return;
  }
}

/** One page of a list by id, from 1; null past the end: the list has become shorter meanwhile. Rejects as `restPages` does; may be awaited later. */
export function askPage(
  { api, client }: RestAccess,
  route: string,
  query: Readonly<Record<string, string>>,
  page: number,
): Promise<RestPage | null> {
  const address = api.address(route, {
    ...query,
    per_page: String(PER_PAGE),
    page: String(page),
    orderby: 'id',
    order: 'asc',
  });
  const asked = client.get(address).then(
    (answer) => pageOf(answer, page, address),
    (error: unknown) => {
      throw whyNot(new URL(address.origin), error);
    },
  );
  // One that fails while another is worked on must not end the process; whoever awaits it is told.
  asked.catch(() => undefined);
  return asked;
}

/** Null past the end: the list has become shorter meanwhile. */
function pageOf({ status, headers, body }: Answer, page: number, address: URL): RestPage | null {
  const parsed = parse(body);
  const error = restError.safeParse(parsed);
  if (page > 1 && status === 400 && error.success && error.data.code === 'rest_post_invalid_page_number') return null;
  if (page > 1 && [401, 403, 404].includes(status))
    throw new StartError(`${address.origin} stopped in the middle of a list with status ${status}: try again later.`);
  if ([401, 403, 404].includes(status)) throw new Hidden(error.success ? error.data.code : String(status));
  if (status === 400 && error.success && error.data.code === 'rest_invalid_param') throw new Hidden(error.data.code);
  if (status !== 200 || !Array.isArray(parsed))
    throw new StartError(
      `${address.origin} answers a list with status ${status}${Array.isArray(parsed) ? '' : ' and no list'}: try again later.`,
    );
  const told = Number(headers['x-wp-totalpages']);
  // A proxy may have taken the header away: a full page is then followed by another.
  const pages = headers['x-wp-totalpages'] === undefined ? page + (parsed.length < PER_PAGE ? 0 : 1) : told;
  const total = headers['x-wp-total'];
  return {
    rows: parsed,
    page,
    pages: Number.isInteger(pages) ? pages : page,
    total: total !== undefined && /^\d+$/.test(total) ? Number(total) : null,
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
