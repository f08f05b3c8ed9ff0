import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ARTICLE_KINDS, type ArticleKind } from '#content/article/article.ts';
import { TOPIC_KINDS } from '#content/topic/topic.ts';
import { StartError } from '#errors.ts';

export type TopicKind = (typeof TOPIC_KINDS)[number];

/** What the terms of a taxonomy of a site's own become. */
type TermTarget =
  | { readonly as: 'topic'; readonly kind: TopicKind }
  | { readonly as: 'section' }
  | { readonly as: 'author' };

/** What a site has beyond posts, categories and tags, and what it becomes here. */
export interface Mapping {
  /** Post types that become articles, with their kind; null = told by the post's format. `post` is always one. */
  readonly types: ReadonlyMap<string, ArticleKind | null>;
  /** Taxonomies other than `category` and `post_tag`. */
  readonly taxonomies: ReadonlyMap<string, TermTarget>;
  /** Post meta that holds a text of the article: the first key that is not blank. */
  readonly meta: { readonly byline: readonly string[]; readonly standfirst: readonly string[] };
}

/** The default: posts alone. */
export const NO_MAPPING: Mapping = {
  types: new Map([['post', null]]),
  taxonomies: new Map(),
  meta: { byline: [], standfirst: [] },
};

/** As WordPress registers them. */
const name = z.string().regex(/^[a-z0-9_-]{1,60}$/, 'is no name of a post type or taxonomy');
const metaKeys = z.union([z.string().min(1), z.array(z.string().min(1)).max(20)]).default([]);

const mapping = z.strictObject({
  types: z
    .record(
      name,
      z.union(
        [z.enum(['article', 'skip']), z.strictObject({ as: z.literal('article'), kind: z.enum(ARTICLE_KINDS) })],
        {
          error: `it must be "article", "skip" or {"as": "article", "kind": …} with a kind of ${ARTICLE_KINDS.join(', ')}`,
        },
      ),
    )
    .default({}),
  taxonomies: z
    .record(
      name,
      z.union(
        [
          z.enum(['topic', 'section', 'author', 'skip']),
          z.strictObject({ as: z.literal('topic'), kind: z.enum(TOPIC_KINDS) }),
        ],
        {
          error: `it must be "topic", "section", "author", "skip" or {"as": "topic", "kind": …} with a kind of ${TOPIC_KINDS.join(', ')}`,
        },
      ),
    )
    .default({}),
  meta: z.strictObject({ byline: metaKeys, standfirst: metaKeys }).prefault({}),
});

/** Reads a mapping from a JSON file. Throws a StartError that says where it is wrong. */
export async function readMapping(file: string): Promise<Mapping> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new StartError(`${file}, the file of --map, cannot be read.`, { cause: error });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new StartError(`${file}, the file of --map, is no JSON.`, { cause: error });
  }
  const parsed = mapping.safeParse(json);
  if (parsed.success) return mappingOf(parsed.data);
  const [issue] = parsed.error.issues;
  const at = issue?.path.map(String).join('.') ?? '';
  throw new StartError(`${file}, the file of --map, cannot be used${at === '' ? '' : ` at ${at}`}: ${issue?.message}.`);
}

function mappingOf({ types, taxonomies, meta }: z.infer<typeof mapping>): Mapping {
  const kinds = new Map<string, ArticleKind | null>(NO_MAPPING.types);
  for (const [type, to] of Object.entries(types)) {
    if (to === 'skip') kinds.delete(type);
    else kinds.set(type, to === 'article' ? null : to.kind);
  }
  const targets = new Map<string, TermTarget>();
  for (const [taxonomy, to] of Object.entries(taxonomies)) {
    if (taxonomy === 'category' || taxonomy === 'post_tag')
      throw new StartError(`--map: ${taxonomy} has its place already and cannot be mapped.`);
    if (to === 'topic') targets.set(taxonomy, { as: 'topic', kind: 'SUBJECT' });
    else if (typeof to === 'object') targets.set(taxonomy, to);
    else if (to !== 'skip') targets.set(taxonomy, { as: to });
  }
  const list = (keys: string | readonly string[]): readonly string[] => (typeof keys === 'string' ? [keys] : keys);
  return {
    types: kinds,
    taxonomies: targets,
    meta: { byline: list(meta.byline), standfirst: list(meta.standfirst) },
  };
}
