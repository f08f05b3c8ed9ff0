import type { SectionItem, TopicItem } from '#content/imported-item.ts';
import type { WxrIndex } from './wxr-index.ts';
import type { IndexedTerm } from './wxr-term-index.ts';

/** Categories, and what is mapped so, as sections, in the order of the file; a parent that is not there, or its own descendant, is none. */
export function sectionItems({ categories }: WxrIndex): readonly SectionItem[] {
  return [...categories.values()].map((term) => ({
    type: 'section',
    ...named(term),
    parent: isLoop(term, categories) ? null : parentOf(term, categories),
    position: 0,
  }));
}

/** Tags, and what is mapped so, as topics. */
export function topicItems({ tags }: WxrIndex): readonly TopicItem[] {
  return [...tags.values()].map((term) => ({ type: 'topic', ...named(term), topicKind: term.kind }));
}

function named({ id, slug, name, description }: IndexedTerm): Omit<TopicItem, 'type' | 'topicKind'> {
  return {
    id,
    sourceKeys: [],
    slug,
    path: null,
    formerPaths: [],
    name: name.slice(0, 2_000),
    description: description === '' ? null : description.slice(0, 20_000),
  };
}

function parentOf(term: IndexedTerm, all: ReadonlyMap<string, IndexedTerm>): string | null {
  return term.parent !== null && all.has(term.parent) ? term.parent : null;
}

function isLoop(term: IndexedTerm, all: ReadonlyMap<string, IndexedTerm>): boolean {
  const seen = new Set([term.id]);
  for (let at = parentOf(term, all); at !== null;) {
    if (seen.has(at)) return true;
    seen.add(at);
    const next = all.get(at);
    at = next === undefined ? null : parentOf(next, all);
  }
  return false;
}
