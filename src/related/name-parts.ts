/** What binds a word to the one before. */
export const HYPHEN = /[-‐‑]$/u;

/** A word of a name, with what stands before it within the name: a space, a hyphen, " d’". */
export interface NamePart {
  readonly hash: number;
  readonly printed: string;
  readonly before: string;
}

/** Words that a text prints together as a name: "Harbour Bridge", "Port-Sauvel", "Reine d’Ormelle". */
export type PrintedName = readonly NamePart[];

/** As it is printed. */
export function printName(name: PrintedName): string {
  return name.map(({ before, printed }, index) => (index === 0 ? printed : before + printed)).join('');
}

/** Whether a word is held to the one before by a hyphen. */
export function isBound({ before }: NamePart): boolean {
  return HYPHEN.test(before);
}

/**
 * Whether a small word joins a word to the one before: as in "Isle of Skerrow" and "Tanner’s Yard", which are names, and in "the Harbour Bridge of the
 * Port Authority" and "Varnmouth’s infirmary", which are not.
 */
export function isJoined({ before }: NamePart): boolean {
  return /\p{Ll}/u.test(before);
}
