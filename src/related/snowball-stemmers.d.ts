/** The part of the package that is used here; it brings no types of its own. */
declare module 'snowball-stemmers' {
  interface Stemmer {
    /** The stem of a lower-case word. */
    stem(word: string): string;
  }
  /** Throws for a name that `algorithms` does not list. */
  export function newStemmer(algorithm: string): Stemmer;
}
