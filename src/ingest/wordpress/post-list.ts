import { StartError } from '#errors.ts';
import type { SourceEvent } from '#ingest/source.ts';
import { utcTime } from '#ingest/wxr/wxr-time.ts';
import { askPage, Hidden, PER_PAGE, restPages } from './rest-pages.ts';
import { restPlace } from './rest-shapes.ts';
import { storedUtc } from './rest-time.ts';
import type { Reading, SiteList } from './site-lists.ts';

/** A post as the list of all posts has it. */
export interface Place {
  readonly id: number;
  readonly list: SiteList;
  /** The page of the list on which it stands, from 1. */
  readonly page: number;
  readonly link: string;
  readonly guid: string;
  /** ISO; null = not said. */
  readonly modified: string | null;
  readonly status: string;
  readonly isSticky: boolean;
}

/** What is asked with every request for posts, so that all see the same list. */
export type View = Readonly<Record<string, string>>;

export interface PostList {
  /** By type, then by id. */
  readonly places: readonly Place[];
  readonly view: View;
  /** Whether drafts are seen, too. */
  readonly isEditor: boolean;
  /** False where the site has counted more posts than it has shown. */
  readonly isWhole: boolean;
}

const EDITOR: View = { context: 'edit', status: 'publish,future,draft,pending,private' };
const EVERYBODY: View = {};
const FIELDS = { _fields: 'id,guid,link,modified,modified_gmt,status,sticky' };

/**
 * Where all posts are and when they changed: a few bytes each. By it links between posts are known before the first is written, only
 * what changed is fetched, and what is gone is seen.
 */
export async function* listPosts(
  reading: Reading,
  types: readonly SiteList[],
  hasLogin: boolean,
): AsyncGenerator<SourceEvent, PostList> {
  if (hasLogin) {
    try {
      return yield* listAll(reading, types, EDITOR);
    } catch (error) {
      // Refused at the first page: this user may not edit everything.
      if (!(error instanceof Hidden)) throw error;
      yield { kind: 'notice', reason: 'login-sees-no-drafts' };
    }
  }
  try {
    return yield* listAll(reading, types, EVERYBODY);
  } catch (error) {
    if (!(error instanceof Hidden)) throw error;
    throw new StartError(
      `${reading.name} does not show its posts: set WORDPRESS_USER and WORDPRESS_PASSWORD, or import its export.`,
    );
  }
}

async function* listAll(
  reading: Reading,
  types: readonly SiteList[],
  view: View,
): AsyncGenerator<SourceEvent, PostList> {
  const places = new Map<number, Place>();
  const { timezone_string: timeZone } = reading.api.root;
  let isWhole = true;
  for (const list of types) {
    let shown = 0;
    let counted: number | null = null;
    for await (const { rows, page, pages, total } of restPages(reading, list.route, { ...view, ...FIELDS })) {
      shown += rows.length;
      counted = total;
      for (const row of rows) {
        const { data } = restPlace.safeParse(row);
        // One that was deleted meanwhile moves the next page by one, so a post may come twice.
        if (data === undefined || places.has(data.id)) continue;
        const { id, guid, link, status, sticky: isSticky } = data;
        places.set(id, {
          id,
          list,
          page,
          link,
          guid: guid.rendered,
          status,
          isSticky,
          modified: utcTime(storedUtc(data.modified_gmt, data.modified, timeZone)),
        });
      }
      yield { kind: 'progress', readBytes: page, totalBytes: Math.max(pages ?? page + 1, 1) * 2 };
    }
    isWhole &&= counted === null || shown >= counted;
  }
  return { places: [...places.values()], view, isEditor: view === EDITOR, isWhole };
}

/** What a site says of a post that it has deleted, or shows to nobody. */
const NOT_THERE: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/**
 * Those of the ids that the site shows after all: a list that was asked for page by page may have moved by one meanwhile, and one in a single
 * language leaves out the others, so each is asked for by itself in the end.
 */
export async function stillThere(
  reading: Reading,
  list: SiteList,
  view: View,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const there = new Set<number>();
  for (let from = 0; from < ids.length; from += PER_PAGE) {
    const include = ids.slice(from, from + PER_PAGE).join(',');
    const page = await askPage(reading, list.route, { ...view, _fields: 'id', include }, 1);
    for (const row of page?.rows ?? [])
      if (typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'number') there.add(row.id);
  }
  const { context } = view;
  const query = { _fields: 'id', ...(context === undefined ? {} : { context }) };
  await Promise.all(
    ids.map(async (id) => {
      if (there.has(id)) return;
      const { status } = await reading.client.get(reading.api.address(`${list.route}/${id}`, query));
      if (!NOT_THERE.has(status)) there.add(id);
    }),
  );
  return there;
}
