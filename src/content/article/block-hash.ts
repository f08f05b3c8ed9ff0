import type { BlockInput } from '#content/imported-item.ts';
import { hashText, hashValue } from '#lib/hash.ts';
import { oncePerObject } from '#lib/once-per-object.ts';
import type { BlockDoc } from './blocks.ts';

/** 16 hex digits, equal for blocks that say the same. */
export const hashOfInput = oncePerObject((block: BlockInput): string => hashValue(block));

/** Blocks that hold more ids than their own, or where their link leads: they are stored otherwise than they come. */
type Resolved = Extract<BlockDoc, { readonly type: 'image' | 'gallery' | 'video' | 'read-also' }>;
const RESOLVED: ReadonlySet<string> = new Set<Resolved['type']>(['image', 'gallery', 'video', 'read-also']);

/** What stored blocks were made of, so that a body is hashed once on its way from its source. */
const inputs = new WeakMap<object, BlockInput>();

/** The input as it is stored: with an id. */
export function withId<Input extends Exclude<BlockInput, Pick<Resolved, 'type'>>>(
  input: Input,
  id: string,
): Input & { readonly id: string } {
  const block = { ...input, id };
  inputs.set(block, input);
  return block;
}

/** 16 hex digits, equal for bodies that say the same in the same order under the same ids. */
export function hashOfBody(body: readonly BlockDoc[]): string {
  return hashText(body.map(hashOfStored).join('\n'));
}

function hashOfStored(block: BlockDoc): string {
  if (isResolved(block)) return hashValue(block);
  const known = inputs.get(block);
  if (known) return `${block.id} ${hashOfInput(known)}`;
  const { id, ...input } = block;
  return `${id} ${hashValue(input)}`;
}

function isResolved(block: BlockDoc): block is Resolved {
  return RESOLVED.has(block.type);
}
