import { detached } from '#lib/detached.ts';
import type { SkipReason } from '#ingest/codes.data.ts';
import { foreignCode } from '#ingest/foreign-code.ts';
import type { Mapping, TopicKind } from '#ingest/mapping.ts';
import type { Found } from '#ingest/source.ts';
import { bylineNames } from '#ingest/clean/byline.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import { untexturize } from '#ingest/clean/untexturize.ts';
import type { Attachment } from '#ingest/clean/walk.ts';
import { guestAuthorOf, type GuestAuthor } from './wxr-guest-authors.ts';
import { createFormerAddresses, type FormerAddresses } from './wxr-moved.ts';
import { bylineOf, creditOf, metaOf, sizeOf } from './wxr-meta.ts';
import { isUncategorised, permalinkPath, slugOf } from './wxr-names.ts';
import type { WxrAuthor, WxrItem, WxrRecord, WxrTerm } from './wxr-shapes.ts';
import type { WxrSite } from './wxr-site.ts';

export interface IndexedTerm {
  /** See `termId`. */
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** An id; null = a root. */
  readonly parent: string | null;
  /** Of a topic. */
  readonly kind: TopicKind;
}

interface Menu {
  readonly name: string;
  readonly entries: { readonly position: number; readonly postId: string }[];
}

/** What the first pass over an export leaves for the second: everything that articles may refer to, wherever in the file it stands. */
export interface WxrIndex {
  readonly mapping: Mapping;
  readonly authors: ReadonlyMap<string, WxrAuthor>;
  /** Logins of posts' creators, in file order. */
  readonly creators: ReadonlySet<string>;
  /** Bylines that are terms, as Co-Authors Plus has them: slug -> name. */
  readonly coAuthors: ReadonlyMap<string, string>;
  /** By slug. */
  readonly guestAuthors: ReadonlyMap<string, GuestAuthor>;
  /** People that bylines name: slug -> name. */
  readonly bylinePeople: ReadonlyMap<string, string>;
  /** What becomes sections, and what becomes topics, by id. */
  readonly categories: ReadonlyMap<string, IndexedTerm>;
  readonly tags: ReadonlyMap<string, IndexedTerm>;
  /** WordPress' term id -> ours, of sections. */
  readonly categoryIds: ReadonlyMap<string, string>;
  readonly attachments: ReadonlyMap<string, Attachment>;
  attachmentAt(url: string): Attachment | null;
  /** Those that were uploaded to a post, in file order. */
  attachmentsOf(postId: string): readonly Attachment[];
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
  /** Terms of other taxonomies, by what they are skipped as. */
  readonly skipped: ReadonlyMap<SkipReason, number>;
}

/** True for items that become articles. */
export function isArticle(item: WxrItem, { types }: Mapping): boolean {
  return types.has(item.postType) && item.status !== 'auto-draft';
}

/** True for blocks that posts show by their id. */
export function isReusableBlock({ postType, status, postId }: WxrItem): boolean {
  return postType === 'wp_block' && status === 'publish' && postId !== '';
}

/** What a taxonomy's terms become; null = they are left out. Old exports call tags `tag`. */
export function targetOf(taxonomy: string, { taxonomies }: Mapping): 'section' | 'topic' | 'author' | null {
  if (taxonomy === 'category') return 'section';
  if (taxonomy === 'post_tag' || taxonomy === 'tag') return 'topic';
  return taxonomies.get(taxonomy)?.as ?? (taxonomy === 'author' ? 'author' : null);
}

/** The id of a term within its site: its slug, after the taxonomy's name where that is neither category nor tag. */
export function termId(taxonomy: string, slug: string): string {
  return ['category', 'post_tag', 'tag'].includes(taxonomy) ? slug : `${taxonomy}:${slug}`;
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
  const coAuthors = new Map<string, string>();
  const guestAuthors = new Map<string, GuestAuthor>();
  const bylinePeople = new Map<string, string>();
  const categories = new Map<string, IndexedTerm>();
  const tags = new Map<string, IndexedTerm>();
  const categoryIds = new Map<string, string>();
  const attachments = new Map<string, Attachment>();
  const ids = new Set<string>();
  const paths = new Map<string, string>();
  const formerAddresses = createFormerAddresses(paths);
  const sticky = new Set<string>();
  const menus = new Map<string, Menu>();
  const reusableBlocks = new Map<string, string>();
  const skipped = new Map<SkipReason, number>();
  const found = { publishedPosts: 0, authors: 0, categories: 0, tags: 0 };

  const kindOf = (taxonomy: string): TopicKind => {
    const to = mapping.taxonomies.get(taxonomy);
    return to?.as === 'topic' ? to.kind : 'SUBJECT';
  };
  const addTerm = (term: WxrTerm): void => {
    if (term.element === 'category') found.categories++;
    if (term.element === 'tag') found.tags++;
    const target = targetOf(term.taxonomy, mapping);
    const slug = slugOf(term.slug, term.name);
    if (target === 'author' && mapping.taxonomies.has(term.taxonomy) && slug !== '') {
      if (!coAuthors.has(slug)) coAuthors.set(detached(slug), detached(plainText(term.name)));
      return;
    }
    const into = target === 'section' ? categories : target === 'topic' ? tags : null;
    if (into === null || slug === '' || (into === categories && isUncategorised(term.name))) {
      const reason =
        into === null ? (foreignCode(term.taxonomy) ?? 'term') : slug === '' ? 'term-without-slug' : 'uncategorized';
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      return;
    }
    const parent = slugOf(term.parent);
    const id = detached(termId(term.taxonomy, slug));
    if (into === categories && term.id !== '') categoryIds.set(term.id, id);
    into.set(id, {
      id,
      slug: detached(slug),
      name: detached(plainText(term.name) || slug),
      description: detached(plainText(term.description)),
      parent: parent === '' || parent === slug ? null : detached(termId(term.taxonomy, parent)),
      kind: kindOf(term.taxonomy),
    });
  };
  const addUsedTerms = (item: WxrItem): void => {
    for (const { domain, slug: raw, name } of item.terms) {
      const slug = raw === '' ? '' : slugOf(raw);
      if (slug === '') continue;
      const target = targetOf(domain, mapping);
      const id = termId(domain, slug);
      const into = target === 'section' ? categories : target === 'topic' ? tags : null;
      if (into !== null && !into.has(id) && !(into === categories && isUncategorised(name)))
        into.set(detached(id), {
          id: detached(id),
          slug: detached(slug),
          name: detached(plainText(name) || slug),
          description: '',
          parent: null,
          kind: kindOf(domain),
        });
      else if (target === 'author' && !coAuthors.has(slug)) coAuthors.set(detached(slug), detached(plainText(name)));
    }
  };
  const addAttachment = (item: WxrItem): void => {
    if (item.postId === '' || item.attachmentUrl === '') return;
    const metadata = metaOf(item, '_wp_attachment_metadata');
    const size = sizeOf(metadata);
    const attachment: Attachment = {
      id: item.postId,
      url: detached(item.attachmentUrl),
      alt: detachedOrNull(metaOf(item, '_wp_attachment_image_alt')),
      caption: detachedOrNull(plainText(untexturize(item.excerpt)) || null),
      credit: detachedOrNull(creditOf(item, metadata)),
      width: size?.width ?? null,
      height: size?.height ?? null,
      parent: item.postParent,
      position: Number(item.menuOrder) || 0,
    };
    attachments.set(attachment.id, attachment);
  };
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
    if (mapping.types.has(item.postType) && item.status === 'publish') found.publishedPosts++;
    if (item.postType === 'attachment') addAttachment(item);
    if (item.postType === 'nav_menu_item') addMenuEntry(item);
    const guest = guestAuthorOf(item);
    if (guest !== null) guestAuthors.set(guest.slug, guest);
    if (isReusableBlock(item)) addBlock(item);
    if (!isArticle(item, mapping)) return;
    if (item.postId !== '') ids.add(item.postId);
    if (item.isSticky && item.status === 'publish' && item.postId !== '') sticky.add(detached(item.postId));
    if (item.creator !== '' && !creators.has(item.creator)) creators.add(detached(item.creator));
    addUsedTerms(item);
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
        found.authors++;
        if (record.author.login !== '') authors.set(detached(record.author.login), detachedAuthor(record.author));
      } else if (record.kind === 'term') addTerm(record.term);
      else if (record.kind === 'item') addItem(record.item, site);
    },
    index: {
      mapping,
      authors,
      creators,
      coAuthors,
      guestAuthors,
      bylinePeople,
      categories,
      tags,
      categoryIds,
      attachments,
      ...lookUps(attachments),
      ids,
      paths,
      formerAddresses,
      sticky,
      menus,
      reusableBlocks,
      found,
      skipped,
    },
  };
}

/** Looks attachments up by address, and by post; few sources need that, and only when all attachments are known. */
function lookUps(attachments: ReadonlyMap<string, Attachment>): Pick<WxrIndex, 'attachmentAt' | 'attachmentsOf'> {
  let byAddress: ReadonlyMap<string, Attachment> | null = null;
  let byPost: ReadonlyMap<string, readonly Attachment[]> | null = null;
  return {
    attachmentAt(url) {
      byAddress ??= new Map([...attachments.values()].map((one) => [one.url, one]));
      return byAddress.get(url) ?? null;
    },
    attachmentsOf(postId) {
      byPost ??= Map.groupBy(attachments.values(), ({ parent }) => parent);
      return byPost.get(postId) ?? [];
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

function detachedOrNull(text: string | null): string | null {
  return text === null ? null : detached(text);
}
