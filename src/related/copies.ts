import { isCopy } from './signature.ts';

/** As many as a page shows at once: a copy does not stand among the first five while there are others, even where fewer are asked for. */
export const LEAST_SHOWN = 5;

/**
 * Of articles that are one text the best placed stands; the others move behind the first `shown`, and behind those the copies of the story itself.
 * Nothing is dropped, and what does not move keeps its order. A signature that is not known (null) is nobody's copy.
 */
export function moveCopies<Entry extends { readonly signature: Uint8Array | null }>(
  own: Uint8Array,
  ranked: readonly Entry[],
  shown: number,
): readonly Entry[] {
  const front: Entry[] = [];
  const copies: Entry[] = [];
  const ownCopies: Entry[] = [];
  for (const [place, entry] of ranked.entries()) {
    if (front.length >= shown) return [...front, ...copies, ...ownCopies, ...ranked.slice(place)];
    const { signature } = entry;
    if (signature && isCopy(own, signature)) ownCopies.push(entry);
    else if (signature && front.some((above) => above.signature && isCopy(above.signature, signature)))
      copies.push(entry);
    else front.push(entry);
  }
  return [...front, ...copies, ...ownCopies];
}
