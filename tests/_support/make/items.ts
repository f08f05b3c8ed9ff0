import {
  importedItems,
  type ArticleItem,
  type AuthorItem,
  type CollectionItem,
  type RedirectItem,
  type SectionItem,
  type SiteItem,
  type TopicItem,
} from '#content/imported-item.ts';
import type { ItemSource } from '#content/write.ts';

/** Makers of items as a source would give them: name what the test is about, the rest has plain values. */

type Given<Item> = Partial<Omit<Item, 'type'>>;

/** Published on 1 March 2026, 09:00 UTC. */
export function articleItem(given: Given<ArticleItem> = {}): ArticleItem {
  const id = given.id ?? 'a1';
  return importedItems.article.parse({
    type: 'article',
    id,
    headline: `Headline ${id}`,
    publishedAt: '2026-03-01T09:00:00Z',
    ...given,
  }) as ArticleItem; // body blocks are typed apart from their schema
}

export function authorItem(given: Given<AuthorItem> = {}): AuthorItem {
  const id = given.id ?? 'ada';
  return importedItems.author.parse({ type: 'author', id, name: `Author ${id}`, ...given });
}

export function topicItem(given: Given<TopicItem> = {}): TopicItem {
  const id = given.id ?? 'harbour';
  return importedItems.topic.parse({ type: 'topic', id, name: `Topic ${id}`, ...given });
}

export function sectionItem(given: Given<SectionItem> = {}): SectionItem {
  const id = given.id ?? 'news';
  return importedItems.section.parse({ type: 'section', id, name: id, ...given });
}

export function collectionItem(given: Given<CollectionItem> = {}): CollectionItem {
  const id = given.id ?? 'top';
  return importedItems.collection.parse({ type: 'collection', id, title: `Collection ${id}`, ...given });
}

export function redirectItem(given: Given<RedirectItem> = {}): RedirectItem {
  return importedItems.redirect.parse({
    type: 'redirect',
    id: given.id ?? given.from ?? 'r1',
    from: '/old',
    to: '/new',
    ...given,
  });
}

export function siteItem(given: Given<SiteItem> = {}): SiteItem {
  return importedItems.site.parse({ type: 'site', name: 'The Estuary Post', url: 'https://estuary.example', ...given });
}

/** A paragraph block. */
export function paragraph(html: string): ArticleItem['body'][number] {
  return { type: 'paragraph', html };
}

/** A read-also block. */
export function readAlso(url: string | null, title = 'Also of note'): ArticleItem['body'][number] {
  return { type: 'read-also', link: { label: 'ALSO READ', title, url } };
}

/** The keys of an NDJSON file. */
export const ndjson: ItemSource = { keyOf: (type, id) => `ndjson:${type}:${id}` };
