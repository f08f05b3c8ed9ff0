import { detached } from '#lib/detached.ts';
import type { SkipReason } from '#ingest/codes.data.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import { foreignCode } from '#ingest/foreign-code.ts';
import type { Mapping, TopicKind } from '#ingest/mapping.ts';
import type { Found } from '#ingest/source.ts';
import { isUncategorised, slugOf } from './wxr-names.ts';
import type { WxrItem, WxrTerm } from './wxr-shapes.ts';

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

/** The terms of an export, declared or only used. */
export interface TermIndex {
  /** What becomes sections, and what becomes topics, by id. */
  readonly categories: ReadonlyMap<string, IndexedTerm>;
  readonly tags: ReadonlyMap<string, IndexedTerm>;
  /** WordPress' term id -> ours, of sections. */
  readonly categoryIds: ReadonlyMap<string, string>;
  /** Bylines that are terms, as Co-Authors Plus has them: slug -> name. */
  readonly coAuthors: ReadonlyMap<string, string>;
  /** Terms of other taxonomies, by what they are skipped as. */
  readonly skipped: ReadonlyMap<SkipReason, number>;
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

/** Gathers terms: `add` those that are declared, `addUsed` those that a post names. */
export function createTermIndexer(mapping: Mapping): {
  add(term: WxrTerm): void;
  addUsed(item: WxrItem): void;
  readonly index: TermIndex;
  /** How many the file declares. */
  readonly declared: Readonly<Pick<Found, 'categories' | 'tags'>>;
} {
  const categories = new Map<string, IndexedTerm>();
  const tags = new Map<string, IndexedTerm>();
  const categoryIds = new Map<string, string>();
  const coAuthors = new Map<string, string>();
  const skipped = new Map<SkipReason, number>();
  const declared = { categories: 0, tags: 0 };

  const kindOf = (taxonomy: string): TopicKind => {
    const to = mapping.taxonomies.get(taxonomy);
    return to?.as === 'topic' ? to.kind : 'SUBJECT';
  };
  const add = (term: WxrTerm): void => {
    if (term.element === 'category') declared.categories++;
    if (term.element === 'tag') declared.tags++;
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
  const addUsed = (item: WxrItem): void => {
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
  return { add, addUsed, index: { categories, tags, categoryIds, coAuthors, skipped }, declared };
}
