import type { Ingest, IngestContext } from '#content/content-type.ts';
import type { SectionItem } from '#content/imported-item.ts';
import { accepted } from '#lib/result.ts';
import { ancestorsOf } from './section-tree.ts';
import type { SectionDoc } from './section.ts';

export const sectionIngest: Ingest<SectionDoc, SectionItem, never> = {
  references: ({ parent }) => (parent === null ? [] : [{ type: 'section', ref: parent }]),
  nameOf: ({ name }) => name,
  fields: ({ name, description, parent, position }, _previous, context) =>
    accepted({ name, description, parentId: parent === null ? null : parentOf(parent, context), position }),
  derive: () => ({}),
  defaultPath: ({ slug }) => `/section/${slug}`,
};

/** The parent's id; null, noticed as `section-loop`, where the section would be its own ancestor. */
function parentOf(ref: string, { id, sections, resolve, notice }: IngestContext): string | null {
  const parentId = resolve('section', ref);
  if (parentId === null) return null;
  if (parentId !== id && !ancestorsOf(sections, parentId).includes(id)) return parentId;
  notice('section-loop');
  return null;
}
