import type { AuthorDoc } from '#content/author/author.ts';
import type { CollectionDoc } from '#content/collection/collection.ts';
import type { EntityType, StoredDoc } from '#content/content-type.ts';
import type {
  AuthorItem,
  CollectionItem,
  RedirectItem,
  SectionItem,
  SiteItem,
  TopicItem,
} from '#content/imported-item.ts';
import type { PathDoc } from '#content/path/path.ts';
import type { SectionDoc } from '#content/section/section.ts';
import type { SiteDoc } from '#content/site/site.ts';
import type { TopicDoc } from '#content/topic/topic.ts';
import { exportedId, exportedPath } from './exported-name.ts';

/** What a line is made of beside the document: names of others, and where it was before. */
export interface Names {
  /** The names and places of a document. */
  line(
    type: EntityType,
    doc: StoredDoc,
  ): {
    readonly id: string;
    readonly sourceKeys: string[];
    readonly slug: string;
    readonly path: string | null;
    readonly formerPaths: string[];
  };
  /** The exported ids of documents, same order; one that is no longer there is left out. */
  refs(type: EntityType, ids: readonly string[]): string[];
  /** Where an article is now; null = nowhere. */
  pathOf(articleId: string): string | null;
}

/** The site as a line. */
export function siteLine(doc: SiteDoc): SiteItem {
  const { _id: _, ...site } = doc;
  const { publisher } = site;
  if (publisher === null) return { type: 'site', id: 'site', ...site, publisher };
  const { id: __, ...logo } = publisher.logo ?? { id: null };
  return {
    type: 'site',
    id: 'site',
    ...site,
    // The rest of an image without its id is what an image is given as.
    publisher: { ...publisher, logo: publisher.logo && (logo as Omit<typeof publisher.logo, 'id'>) },
  };
}

/** A section as a line; its parent under the parent's exported id. */
export function sectionLine(doc: SectionDoc, names: Names): SectionItem {
  const { name, description, parentId, position, imported } = doc;
  const parent = names.refs('section', parentId === null ? [] : [parentId])[0] ?? null;
  return {
    type: 'section',
    ...names.line('section', doc),
    name,
    description,
    parent,
    position,
    stored: { imported },
  };
}

/** An author as a line; `visible` follows from the articles. */
export function authorLine(doc: AuthorDoc, names: Names): AuthorItem {
  const { name, jobTitle, bio, image, links, imported } = doc;
  const { id: _, ...picture } = image ?? { id: null };
  return {
    type: 'author',
    ...names.line('author', doc),
    name,
    jobTitle,
    bio,
    image: image && (picture as Omit<typeof image, 'id'>), // the rest of an image without its id
    links,
    stored: { imported },
  };
}

/** A topic as a line; `visible` follows from the articles. */
export function topicLine(doc: TopicDoc, names: Names): TopicItem {
  const { name, topicKind, description, imported } = doc;
  return { type: 'topic', ...names.line('topic', doc), name, topicKind, description, stored: { imported } };
}

/** A collection as a line; picks that are no longer there are left out. */
export function collectionLine(doc: CollectionDoc, names: Names): CollectionItem {
  const { path: _, formerPaths: __, ...line } = names.line('collection', doc);
  const { title, description, position, pickIds, fill, imported } = doc;
  return {
    type: 'collection',
    ...line,
    title,
    description,
    position,
    picks: names.refs('article', pickIds),
    fill: fill && {
      sections: names.refs('section', fill.sectionIds),
      topics: names.refs('topic', fill.topicIds),
      kinds: fill.kinds as NonNullable<CollectionItem['fill']>['kinds'], // only kinds of articles were ever stored
    },
    stored: { imported },
  };
}

/** A redirect or a gone path; null for the path of a document, which stands in the document's own line. */
export function redirectLine(row: PathDoc): RedirectItem | null {
  if ('type' in row) return null;
  const from = exportedPath(row._id);
  const line = { type: 'redirect', id: from.slice(0, 1_000), sourceKeys: [], from } as const;
  if ('gone' in row) return { ...line, sourceKeys: [], to: null, permanent: true };
  const isPath = row.to.startsWith('/') && !/[?#]/.test(row.to);
  return { ...line, sourceKeys: [], to: isPath ? exportedPath(row.to) : row.to, permanent: row.permanent };
}

/** The names of a document as a line has them. */
export function namesOf(type: EntityType, doc: StoredDoc, former: readonly string[]): ReturnType<Names['line']> {
  return {
    id: exportedId(type, doc.sourceKeys[0] ?? `ndjson:${type}:${doc._id}`),
    sourceKeys: [...doc.sourceKeys],
    slug: doc.slug,
    path: doc.path === undefined ? null : exportedPath(doc.path),
    formerPaths: former.map(exportedPath),
  };
}
