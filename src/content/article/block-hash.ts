import type { BlockInput } from '#content/imported-item.ts';
import { hashText, hashValue } from '#lib/hash.ts';
import { oncePerObject } from '#lib/once-per-object.ts';
import type { BlockDoc } from './blocks.ts';

/** 16 hex digits per block, equal for blocks that say the same. */
export const hashesOfInput = oncePerObject((body: readonly BlockInput[]): readonly string[] =>
  body.map((block) => hashValue(block)),
);

/** Blocks that hold more ids than their own, or where their link leads: they are stored otherwise than they come. */
type Resolved = Extract<BlockDoc, { readonly type: 'image' | 'gallery' | 'video' | 'read-also' }>;
const RESOLVED: ReadonlySet<string> = new Set<Resolved['type']>(['image', 'gallery', 'video', 'read-also']);

/** What bodies were made of, so that each is hashed once on its way from its source. */
const inputs = new WeakMap<readonly BlockDoc[], readonly BlockInput[]>();

/** The body, known as what was made of these blocks, one of each. */
export function madeOf<Body extends readonly BlockDoc[]>(input: readonly BlockInput[], body: Body): Body {
  inputs.set(body, input);
  return body;
}

/** 16 hex digits, equal for bodies that say the same in the same order under the same ids. */
export function hashOfBody(body: readonly BlockDoc[]): string {
  const input = inputs.get(body);
  const known = input === undefined ? [] : hashesOfInput(input);
  return hashText(body.map((block, at) => hashOfStored(block, known[at])).join('\n'));
}

function hashOfStored(block: BlockDoc, known: string | undefined): string {
  if (isResolved(block)) return hashValue(block);
  const { id, ...input } = block;
  return `${id} ${known ?? hashValue(input)}`;
}

function isResolved(block: BlockDoc): block is Resolved {
  return RESOLVED.has(block.type);
}
