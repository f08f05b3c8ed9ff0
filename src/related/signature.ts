import { hash32, hashPair, mix32 } from './hash32.ts';

/** 64 smallest hashes, 4 bits of each: 32 bytes. The estimate's standard error is .06 at most. */
const HASHES = 64;
export const SIGNATURE_BYTES = HASHES / 2;
const WORDS_OF_SHINGLE = 4;
/** Two hashes' 4 bits agree by chance once in 16 times. */
const BY_CHANCE = 1 / 16;
/** Shorter bodies are compared together with their headline. */
const LEAST_WORDS = 20;
const WORDS = /[\p{L}\p{N}]+/gu;

/** Share of common four-word runs from which two articles are one text printed twice: on held-back pairs .96 to .98 of the copies are found, .004 to .006 are none. */
const COPY_LIKENESS = 0.35;

/** Odd multipliers, one for each hash. */
const MULTIPLIERS = Uint32Array.from({ length: HASHES }, (_, index) => mix32(index + 1) | 1);

/** What is kept of the wording of an article: equal texts have equal signatures, texts that share runs of four words share parts of it. */
export function signatureOf({ title, body }: { readonly title: string; readonly body: string }): Uint8Array {
  const ofBody = wordHashes(body);
  const words = ofBody.length >= LEAST_WORDS ? ofBody : [...wordHashes(title), ...ofBody];
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (let start = 0; start === 0 || start + WORDS_OF_SHINGLE <= words.length; start++) {
    const shingle = words.slice(start, start + WORDS_OF_SHINGLE).reduce(hashPair, 0x2545f491);
    for (let index = 0; index < HASHES; index++) {
      const hash = mix32(Math.imul(shingle, MULTIPLIERS[index] ?? 1));
      if (hash < (least[index] ?? 0)) least[index] = hash;
    }
  }
  // The upper bits of a smallest hash are all but constant; the lowest ones are not.
  return Uint8Array.from({ length: SIGNATURE_BYTES }, (_, byte) => {
    return ((least[2 * byte] ?? 0) & 15) | (((least[2 * byte + 1] ?? 0) & 15) << 4);
  });
}

/** The estimated share of common four-word runs: 0 (or a little below, by chance) to 1. */
export function likeness(a: Uint8Array, b: Uint8Array): number {
  let equal = 0;
  for (let byte = 0; byte < SIGNATURE_BYTES; byte++) {
    const differs = (a[byte] ?? 0) ^ (b[byte] ?? 0);
    if ((differs & 15) === 0) equal += 1;
    if (differs >> 4 === 0) equal += 1;
  }
  return (equal / HASHES - BY_CHANCE) / (1 - BY_CHANCE);
}

/** Says that two articles are one text. */
export function isCopy(a: Uint8Array, b: Uint8Array): boolean {
  return likeness(a, b) >= COPY_LIKENESS;
}

function wordHashes(text: string): readonly number[] {
  return Array.from(text.toLowerCase().matchAll(WORDS), ([word]) => hash32(word));
}
