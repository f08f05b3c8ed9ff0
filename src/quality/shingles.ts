/** Share of common four-word runs from which two texts count as one: above what quoting an agency gives, below any reprint. */
const COPY_SHARE = 0.4;
const RUN_LENGTH = 4;

/** Every run of four words of a story, exactly: the measure that the product's signatures only estimate. */
export function shinglesOf({ title, body }: { readonly title: string; readonly body: string }): ReadonlySet<string> {
  const words = `${body === '' ? title : body}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = Math.max(1, words.length - RUN_LENGTH + 1);
  return new Set(Array.from({ length: runs }, (_, start) => words.slice(start, start + RUN_LENGTH).join(' ')));
}

/** Says that two texts are one, printed twice. */
export function isReprint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = a.intersection(b).size;
  return common > 0 && common / (a.size + b.size - common) >= COPY_SHARE;
}
