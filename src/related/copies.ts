import { isCopy } from './signature.ts';

/** As many as a page shows at once: a copy does not stand among the first five while there are others, even where fewer are asked for. */
export const LEAST_SHOWN = 5;

/** A list in three parts, which follow each other. */
interface Parted<Entry> {
  /** At most as many as are shown, each another text. */
  readonly front: readonly Entry[];
  /** Texts that stand above already, then copies of the story itself. */
  readonly copies: readonly Entry[];
  /** What was not looked at, because the front is full. */
  readonly rest: readonly Entry[];
}

/**
 * Of articles that are one text the best placed stands; the others move behind the first `shown`, and behind those the copies of the story itself.
 * Nothing is dropped, and what does not move keeps its order. A signature that is not known (null) is nobody's copy.
 */
export function partCopies<Entry>(
  own: Uint8Array,
  ranked: readonly Entry[],
  shown: number,
  signatureOf: (entry: Entry) => Uint8Array | null,
): Parted<Entry> {
  const front: Entry[] = [];
  const above: Uint8Array[] = [];
  const copies: Entry[] = [];
  const ownCopies: Entry[] = [];
  for (const [place, entry] of ranked.entries()) {
    if (front.length >= shown) return { front, copies: [...copies, ...ownCopies], rest: ranked.slice(place) };
    const signature = signatureOf(entry);
    if (signature && isCopy(own, signature)) ownCopies.push(entry);
    else if (signature && above.some((one) => isCopy(one, signature))) copies.push(entry);
    else {
      front.push(entry);
      if (signature) above.push(signature);
    }
  }
  return { front, copies: [...copies, ...ownCopies], rest: [] };
}

/** The same as one list. */
export function moveCopies<Entry extends { readonly signature: Uint8Array | null }>(
  own: Uint8Array,
  ranked: readonly Entry[],
  shown: number,
): readonly Entry[] {
  const { front, copies, rest } = partCopies(own, ranked, shown, ({ signature }) => signature);
  return [...front, ...copies, ...rest];
}
