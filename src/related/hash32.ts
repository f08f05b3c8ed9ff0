/** A 32-bit hash (unsigned) of a text by its UTF-16 units: FNV-1a, then mixed so that every bit depends on every unit. Stored: never change it without a new version of terms. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix32(hash);
}

/** The hash of an ordered pair of hashes. */
export function hashPair(first: number, second: number): number {
  return mix32(Math.imul(first, 0x9e3779b1) ^ mix32(second ^ 0x85ebca6b));
}

/** Spreads a 32-bit number over all 32 bits (the finaliser of MurmurHash3); one to one. */
export function mix32(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
