import { StartError } from '#errors.ts';
import type { SourceEvent } from '#ingest/source.ts';
import { badRow, tooLong } from './events.ts';
import { whyNot } from './no-answer.ts';
import type { Place, View } from './post-list.ts';
import { askPage, jsonOf, PER_PAGE } from './rest-pages.ts';
import { restPost, type RestPost } from './rest-shapes.ts';
import { NoAnswer } from './safe-get.ts';
import type { Reading, SiteList } from './site-lists.ts';

const FIELDS =
  'id,date,date_gmt,modified,modified_gmt,slug,status,link,title,content,excerpt,author,featured_media,format';

/** One request for posts. */
interface Errand {
  readonly list: SiteList;
  readonly query: Readonly<Record<string, string>>;
  readonly page: number;
  readonly wanted: ReadonlyMap<number, Place>;
}

export type PostEvent = SourceEvent | { readonly kind: 'post'; readonly post: RestPost; readonly place: Place };

/** The fields that a post is asked for: terms by the names of their lists, meta by its keys. */
export function postFields(termBases: readonly string[], metaKeys: readonly string[]): string {
  return [FIELDS, ...termBases, ...['byline', 'footnotes', ...metaKeys].map((key) => `meta.${key}`)].join(',');
}

/**
 * The posts at these places, in their order; `all` tells how full a page is. Pages of the list are asked for as they are where at least half
 * of one is wanted, else posts by id. The next request is under way while one is worked on. What a page has moved away from comes last.
 */
export async function* fetchPosts(
  reading: Reading,
  {
    all,
    wanted,
    view,
    fields,
  }: {
    readonly all: readonly Place[];
    readonly wanted: readonly Place[];
    readonly view: View;
    readonly fields: string;
  },
): AsyncGenerator<PostEvent> {
  const missing = new Map(wanted.map((place) => [place.id, place]));
  const query = { ...view, _fields: fields };
  const errands = errandsFor(all, wanted);
  const ask = async ({ list, query: more, page }: Errand): Promise<readonly unknown[]> =>
    (await askPage(reading, list.route, { ...query, ...more }, page))?.rows ?? [];
  const read = function* (rows: readonly unknown[], errand: Errand): Generator<PostEvent> {
    for (const row of rows) {
      const post = restPost.safeParse(row);
      if (!post.success) yield badRow(reading.name, 'article', row);
      const place = post.success ? errand.wanted.get(post.data.id) : undefined;
      if (!post.success || place === undefined || !missing.delete(place.id)) continue;
      yield { kind: 'post', post: post.data, place };
    }
  };
  /** Half as many posts at a time, until an answer is small enough; one that never is stays missing. */
  const inParts = async function* ({ wanted: some }: Errand): AsyncGenerator<PostEvent> {
    const half = Math.ceil(some.size / 2);
    const places = [...some.values()];
    for (const part of some.size === 1 ? [] : [...byId(places.slice(0, half)), ...byId(places.slice(half))]) {
      const rows = await unlessTooLarge(() => ask(part));
      yield* rows === 'too-large' ? inParts(part) : read(rows, part);
    }
  };
  const run = async function* (some: readonly Errand[], done: number, total: number): AsyncGenerator<PostEvent> {
    const [first] = some;
    let next = first === undefined ? null : ask(first);
    for (const [at, errand] of some.entries()) {
      const current = await unlessTooLarge(async () => (await next) ?? []);
      const following = some[at + 1];
      next = following === undefined ? null : ask(following);
      yield* current === 'too-large' ? inParts(errand) : read(current, errand);
      yield { kind: 'progress', readBytes: done + at + 1, totalBytes: total };
    }
  };
  // The list took as many requests as it has pages.
  const listed = new Set(all.map(({ list, page }) => `${list.name} ${page}`)).size;
  yield* run(errands, listed, listed + errands.length);
  const moved = byId([...missing.values()]);
  yield* run(moved, listed + errands.length, listed + errands.length + moved.length);
  for (const place of missing.values()) yield* fetchOne(reading, place, query);
}

/** What is read, or that its answer would be more than may be. */
async function unlessTooLarge<T>(read: () => Promise<T>): Promise<T | 'too-large'> {
  try {
    return await read();
  } catch (error) {
    const cause = error instanceof StartError ? error.cause : error;
    if (cause instanceof NoAnswer && cause.refusal === 'too-large') return 'too-large';
    throw error;
  }
}

/** A post by itself, where a server does not hear which are wanted; nothing where it is gone meanwhile. */
async function* fetchOne(
  { api, client, name }: Reading,
  place: Place,
  { context, _fields = '' }: Readonly<Record<string, string>>,
): AsyncGenerator<PostEvent> {
  const query = { _fields, ...(context === undefined ? {} : { context }) };
  const address = api.address(`${place.list.route}/${place.id}`, query);
  const answer = await unlessTooLarge(() => client.get(address)).catch((error: unknown) => {
    throw whyNot(new URL(address.origin), error);
  });
  if (answer === 'too-large') {
    yield tooLong(name, 'article', String(place.id));
    return;
  }
  const post = answer.status === 200 ? restPost.safeParse(jsonOf(answer.body)) : null;
  if (post?.success === true && post.data.id === place.id) yield { kind: 'post', post: post.data, place };
}

/** Requests in the order of the places, so that a run which goes on where another was killed writes in the same order. */
function errandsFor(all: readonly Place[], wanted: readonly Place[]): readonly Errand[] {
  const keyOf = ({ list, page }: Place): string => `${list.name} ${page}`;
  const sizes = new Map<string, number>();
  for (const place of all) sizes.set(keyOf(place), (sizes.get(keyOf(place)) ?? 0) + 1);
  const errands: Errand[] = [];
  let few: Place[] = [];
  for (const [key, places] of Map.groupBy(wanted, keyOf)) {
    const [first] = places;
    if (first === undefined) continue;
    if (places.length * 2 < (sizes.get(key) ?? 0)) few.push(...places);
    else {
      errands.push(...byId(few));
      few = [];
      errands.push({ list: first.list, query: {}, page: first.page, wanted: mapOf(places) });
    }
  }
  return [...errands, ...byId(few)];
}

function byId(places: readonly Place[]): readonly Errand[] {
  return [...Map.groupBy(places, ({ list }) => list)].flatMap(([list, ofList]) =>
    Array.from({ length: Math.ceil(ofList.length / PER_PAGE) }, (_, at) => {
      const some = ofList.slice(at * PER_PAGE, (at + 1) * PER_PAGE);
      return { list, query: { include: some.map(({ id }) => id).join(',') }, page: 1, wanted: mapOf(some) };
    }),
  );
}

function mapOf(places: readonly Place[]): ReadonlyMap<number, Place> {
  return new Map(places.map((place) => [place.id, place]));
}
