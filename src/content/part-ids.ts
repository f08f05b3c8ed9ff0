import { hashText } from '#lib/hash.ts';
import type { ImageInput } from './imported-item.ts';
import type { ImageDoc } from './stored.ts';

/** Gives ids to the parts of one document. */
export interface PartIds {
  /** The owner's id, 8 hex digits of the content's hash, and how often that content was met: unique, and stays while the content does. */
  of(hash: string): string;
  /** The image with its id, which stays while its address does. */
  image(input: ImageInput): ImageDoc;
}

/** A fresh count for one document: the same contents in the same order get the same ids. */
export function createPartIds(ownerId: string): PartIds {
  const met = new Map<string, number>();
  const next = (hash: string): string => {
    const occurrence = (met.get(hash) ?? 0) + 1;
    met.set(hash, occurrence);
    return `${ownerId}-${hash}-${occurrence}`;
  };
  return {
    of: (hash) => next(hash.slice(0, 8)),
    image: (input) => ({ id: next(hashText(input.url, 8)), ...input }),
  };
}
