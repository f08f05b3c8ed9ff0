import type { z } from 'zod';
import type { Mapping } from '#ingest/mapping.ts';
import type { SourceEvent } from '#ingest/source.ts';
import { foreignCode } from '#ingest/foreign-code.ts';
import { badRow } from './events.ts';
import { Hidden, jsonOf, restPages, type RestAccess } from './rest-pages.ts';
import { restLists, restTerm, restUser, type RestTerm, type RestUser } from './rest-shapes.ts';

/** A live site on its way to become items. */
export interface Reading extends RestAccess {
  readonly name: string;
  readonly mapping: Mapping;
}

/** A post type or taxonomy and the route of its list. */
export interface SiteList {
  readonly name: string;
  readonly route: string;
}

interface Taxonomy {
  readonly name: string;
  /** The property of a post that holds the ids of its terms. */
  readonly base: string;
  readonly terms: ReadonlyMap<number, RestTerm>;
}

/** What the ids in a post stand for. */
export interface RestNames {
  readonly users: ReadonlyMap<number, RestUser>;
  readonly taxonomies: readonly Taxonomy[];
}

/** The post types that become articles; those that the site does not show are noticed as `<type>-hidden`. */
export async function* findTypes({ mapping, ...reading }: Reading): AsyncGenerator<SourceEvent, readonly SiteList[]> {
  const names = [...mapping.types.keys()];
  const others = names.filter((name) => name !== 'post');
  const found = others.length === 0 ? new Map<string, string>() : await findRoutes(reading, 'types');
  const lists: SiteList[] = [];
  for (const name of names) {
    const route = name === 'post' ? 'wp/v2/posts' : found.get(name);
    if (route === undefined) yield hidden(name);
    else lists.push({ name, route });
  }
  return lists;
}

/** Users and the terms of all taxonomies that become something; what is not shown is noticed and empty. */
export async function* fetchNames(reading: Reading): AsyncGenerator<SourceEvent, RestNames> {
  const { mapping } = reading;
  const users = yield* fetchAll(reading, { name: 'users', route: 'wp/v2/users' }, restUser, {
    _fields: 'id,slug,name',
  });
  const found = mapping.taxonomies.size === 0 ? new Map<string, string>() : await findRoutes(reading, 'taxonomies');
  const taxonomies: Taxonomy[] = [];
  for (const name of ['category', 'post_tag', ...mapping.taxonomies.keys()]) {
    const known = name === 'category' ? 'wp/v2/categories' : name === 'post_tag' ? 'wp/v2/tags' : found.get(name);
    if (known === undefined) {
      yield hidden(name);
      continue;
    }
    const base = known.slice(known.lastIndexOf('/') + 1);
    const list = { name: mapping.taxonomies.has(name) ? name : base, route: known };
    const fields = name === 'post_tag' ? 'id,slug,name,description' : 'id,slug,name,description,parent';
    const terms = yield* fetchAll(reading, list, restTerm, { _fields: fields });
    taxonomies.push({ name, base, terms: byId(terms) });
  }
  return { users: byId(users), taxonomies };
}

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** A whole list; one that is hidden from us is empty, and noticed as `<list>-hidden`. */
export async function* fetchAll<Row>(
  reading: Pick<Reading, 'name' | 'api' | 'client'>,
  list: SiteList,
  schema: z.ZodType<Row>,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<SourceEvent, readonly Row[]> {
  const all: Row[] = [];
  try {
    for await (const { rows } of restPages(reading, list.route, query)) {
      for (const row of rows) {
        const parsed = schema.safeParse(row);
        if (parsed.success) all.push(parsed.data);
        else yield badRow(reading.name, list.name, row);
      }
    }
  } catch (error) {
    if (!(error instanceof Hidden)) throw error;
    const { context, ...rest } = query;
    if (context !== undefined) return yield* fetchAll(reading, list, schema, rest);
    yield hidden(list.name);
  }
  return all;
}

function hidden(name: string): SourceEvent {
  return { kind: 'notice', reason: `${foreignCode(name) ?? 'list'}-hidden` };
}

/** Where the lists of all post types or taxonomies are that the site shows, by name. */
async function findRoutes({ api, client }: RestAccess, of: 'types' | 'taxonomies'): Promise<Map<string, string>> {
  const { status, body } = await client.get(api.address(`wp/v2/${of}`, { _fields: 'rest_base,rest_namespace' }));
  const routes = new Map<string, string>();
  if (status !== 200) return routes;
  const parsed = restLists.safeParse(jsonOf(body));
  for (const [name, { rest_base, rest_namespace }] of Object.entries(parsed.success ? parsed.data : {}))
    // A name of the site becomes part of an address.
    if (/^[\w-]+$/.test(rest_base) && /^[\w/-]+$/.test(rest_namespace))
      routes.set(name, `${rest_namespace}/${rest_base}`);
  return routes;
}
