import { detached } from '#lib/detached.ts';
import type { Mapping } from '#ingest/mapping.ts';
import type { Found } from '#ingest/source.ts';
import { bylineNames } from '#ingest/clean/byline.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import { guestAuthorOf, type GuestAuthor } from './wxr-guest-authors.ts';
import { createFormerAddresses, type FormerAddresses } from './wxr-moved.ts';
import { createAttachmentIndexer, type AttachmentIndex } from './wxr-attachments.ts';
import { bylineOf, metaOf } from './wxr-meta.ts';
import { permalinkPath, slugOf } from './wxr-names.ts';
import { createTermIndexer, type TermIndex } from './wxr-term-index.ts';
import type { WxrAuthor, WxrItem, WxrRecord } from './wxr-shapes.ts';
import type { WxrSite } from './wxr-site.ts';

interface Menu {
  readonly name: string;
  readonly entries: { readonly position: number; readonly postId: string }[];
}

/** What the first pass over an export leaves for the second: everything that articles may refer to, wherever in the file it stands. */
export interface WxrIndex extends AttachmentIndex, TermIndex {
  readonly mapping: Mapping;
  readonly authors: ReadonlyMap<string, WxrAuthor>;
  /** Logins of posts' creators, in file order. */
  readonly creators: ReadonlySet<string>;
  /** By slug. */
  readonly guestAuthors: ReadonlyMap<string, GuestAuthor>;
  /** People that bylines name: slug -> name. */
  readonly bylinePeople: ReadonlyMap<string, string>;
  /** Ids of all items that name one themselves. */
  readonly ids: ReadonlySet<string>;
  readonly paths: ReadonlyMap<string, string>;
  readonly formerAddresses: FormerAddresses;
  /** Ids of posts that the site keeps at the top. */
  readonly sticky: ReadonlySet<string>;
  /** Menus with entries that are posts, by slug. */
  readonly menus: ReadonlyMap<string, Menu>;
  /** Contents of blocks that posts share, by id. */
  readonly reusableBlocks: ReadonlyMap<string, string>;
  readonly found: Found;
}

/** True for items that become articles. */
export function isArticle(item: WxrItem, { types }: Mapping): boolean {
  return types.has(item.postType) && item.status !== 'auto-draft';
}

/** True for blocks that posts show by their id. */
export function isReusableBlock({ postType, status, postId }: WxrItem): boolean {
  return postType === 'wp_block' && status === 'publish' && postId !== '';
}

/** Gathers the index from the records of the first pass; `site` is known from the first record on. */
export function createIndexer(mapping: Mapping): {
  add(record: WxrRecord, site: WxrSite): void;
  /** A reusable block with its content, which the pass over all records leaves out. */
  addBlock(item: WxrItem): void;
  readonly index: WxrIndex;
} {
  const authors = new Map<string, WxrAuthor>();
  const creators = new Set<string>();
  const guestAuthors = new Map<string, GuestAuthor>();
  const bylinePeople = new Map<string, string>();
  const terms = createTermIndexer(mapping);
  const attachments = createAttachmentIndexer();
  const ids = new Set<string>();
  const paths = new Map<string, string>();
  const formerAddresses = createFormerAddresses(paths);
  const sticky = new Set<string>();
  const menus = new Map<string, Menu>();
  const reusableBlocks = new Map<string, string>();
  let publishedPosts = 0;
  let declaredAuthors = 0;

  const addMenuEntry = (item: WxrItem): void => {
    const postId = metaOf(item, '_menu_item_object_id');
    const menu = item.terms.find(({ domain }) => domain === 'nav_menu');
    if (postId === null || menu === undefined || item.status !== 'publish') return;
    if (metaOf(item, '_menu_item_type') !== 'post_type') return;
    const slug = detached(slugOf(menu.slug, menu.name));
    const known = menus.get(slug) ?? { name: detached(plainText(menu.name)) || slug, entries: [] };
    known.entries.push({ position: Number(item.menuOrder) || 0, postId: detached(postId) });
    if (slug !== '') menus.set(slug, known);
  };
  const addBlock = (item: WxrItem): void => {
    reusableBlocks.set(detached(item.postId), detached(item.content));
  };
  const addItem = (item: WxrItem, site: WxrSite): void => {
    if (mapping.types.has(item.postType) && item.status === 'publish') publishedPosts++;
    if (item.postType === 'attachment') attachments.add(item);
    if (item.postType === 'nav_menu_item') addMenuEntry(item);
    const guest = guestAuthorOf(item);
    if (guest !== null) guestAuthors.set(guest.slug, guest);
    if (isReusableBlock(item)) addBlock(item);
    if (!isArticle(item, mapping)) return;
    if (item.postId !== '') ids.add(item.postId);
    if (item.isSticky && item.status === 'publish' && item.postId !== '') sticky.add(detached(item.postId));
    if (item.creator !== '' && !creators.has(item.creator)) creators.add(detached(item.creator));
    terms.addUsed(item);
    for (const name of bylineNames(bylineOf(item, mapping) ?? '').people) {
      const slug = slugOf('', name);
      if (!bylinePeople.has(slug)) bylinePeople.set(detached(slug), detached(name));
    }
    const path = permalinkPath(item.link, site);
    if (path === null || item.postId === '' || paths.has(item.postId)) return;
    const id = detached(item.postId);
    paths.set(id, detached(path));
    formerAddresses.add({ guid: item.guid, postId: id }, site);
  };

  return {
    addBlock,
    add(record, site) {
      if (record.kind === 'author') {
        declaredAuthors++;
        if (record.author.login !== '') authors.set(detached(record.author.login), detachedAuthor(record.author));
      } else if (record.kind === 'term') terms.add(record.term);
      else if (record.kind === 'item') addItem(record.item, site);
    },
    index: {
      mapping,
      authors,
      creators,
      guestAuthors,
      bylinePeople,
      ...terms.index,
      ...attachments.index,
      ids,
      paths,
      formerAddresses,
      sticky,
      menus,
      reusableBlocks,
      get found() {
        return { publishedPosts, authors: declaredAuthors, ...terms.declared };
      },
    },
  };
}

function detachedAuthor({ id, login, displayName, firstName, lastName }: WxrAuthor): WxrAuthor {
  return {
    id,
    login: detached(login),
    displayName: detached(displayName),
    firstName: detached(firstName),
    lastName: detached(lastName),
  };
}
