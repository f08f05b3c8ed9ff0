import type { SectionItem } from '#content/imported-item.ts';

/** 30 sections, the roots with those below them; the order is that of their shares. */
const TREE: readonly (readonly [string, ...string[]])[] = [
  ['News', 'City', 'Region', 'Courts', 'Weather'],
  ['Politics', 'Parliament', 'Local government'],
  ['Sport', 'Football', 'Rowing', 'Athletics', 'Cycling'],
  ['Business', 'Markets', 'Shipping', 'Work'],
  ['World', 'Neighbours', 'Treaties'],
  ['Culture', 'Books', 'Film', 'Music', 'Stage'],
  ['Science', 'Health', 'Environment'],
  ['Opinion', 'Letters'],
];

function sectionItem(name: string, parent: string | null, position: number): SectionItem {
  const slug = slugOfSection(name);
  return {
    type: 'section',
    id: slug,
    sourceKeys: [],
    slug,
    path: null,
    formerPaths: [],
    name,
    description: null,
    parent,
    position,
  };
}

function slugOfSection(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** Parents first. */
export const SECTIONS: readonly SectionItem[] = TREE.flatMap(([root, ...children], position) => [
  sectionItem(root, null, position),
  ...children.map((child, at) => sectionItem(child, slugOfSection(root), at)),
]);
