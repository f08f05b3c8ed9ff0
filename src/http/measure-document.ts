import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How far a document reaches, fragments spread; the largest of its operations. */
export interface Extent {
  /** Levels of fields, introspection left out: `{ site { name } }` has 2. */
  readonly depth: number;
  /** Levels of fields from `__schema` or `__type` on, themselves included. */
  readonly introspectionDepth: number;
  /** Fields written out, introspection included. */
  readonly fields: number;
}

const NOTHING: Extent = { depth: 0, introspectionDepth: 0, fields: 0 };
const INTROSPECTION = new Set(['__schema', '__type']);

const beside = (a: Extent, b: Extent): Extent => ({
  depth: Math.max(a.depth, b.depth),
  introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
  fields: a.fields + b.fields,
});

function under(name: string, below: Extent): Extent {
  const fields = below.fields + 1;
  if (INTROSPECTION.has(name)) {
    return { depth: 0, introspectionDepth: 1 + Math.max(below.depth, below.introspectionDepth), fields };
  }
  const introspectionDepth = below.introspectionDepth === 0 ? 0 : below.introspectionDepth + 1;
  return { depth: below.depth + 1, introspectionDepth, fields };
}

/**
 * Measures every operation and fragment, each fragment once. A fragment inside itself counts as nothing there: validation
 * refuses it later. Recurses as deep as the document nests, so the document must have been parsed under a token limit.
 */
export function measureDocument(document: DocumentNode): Extent {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measured = new Map<string, Extent>();

  const ofFragment = (name: string): Extent => {
    const known = measured.get(name);
    if (known) return known;
    // While it is being measured it counts as nothing, which ends a cycle.
    measured.set(name, NOTHING);
    const extent = ofSet(fragments.get(name)?.selectionSet);
    measured.set(name, extent);
    return extent;
  };
  const ofSelection = (node: SelectionNode): Extent => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    const below = ofSet(node.selectionSet);
    return node.kind === Kind.FIELD ? under(node.name.value, below) : below;
  };
  const ofSet = (set: SelectionSetNode | undefined): Extent =>
    (set?.selections ?? []).reduce((sum, node) => beside(sum, ofSelection(node)), NOTHING);

  let extent = NOTHING;
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const { fields, ...levels } = ofSet(node.selectionSet);
    const widest = Math.max(extent.fields, fields);
    extent = { ...beside(extent, { ...levels, fields: 0 }), fields: widest };
  }
  return extent;
}
