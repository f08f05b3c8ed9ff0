import { z } from 'zod';

/** A row of `paths`: everything that was ever at a path of this site. Unique over all types, so `_id` is the normalised path. */
const path = z.union([
  z.strictObject({
    _id: z.string(),
    type: z.enum(['article', 'author', 'topic', 'section']),
    id: z.string(),
    /** False: a former path; where it leads is worked out from the entity, so chains and loops can't exist. */
    current: z.boolean(),
  }),
  /** A path from which an editor sends readers on. */
  z.strictObject({ _id: z.string(), to: z.string(), permanent: z.boolean() }),
  z.strictObject({ _id: z.string(), gone: z.date().nullable() }),
]);
export type PathDoc = Readonly<z.infer<typeof path>>;

/** A path in that form but for a slash at its end, as most come. */
const PLAIN = /^(?:\/[\w.~-]+)+\/?$/;

/**
 * The form in which paths are stored and looked up: of a path or a full URL, without query, fragment, trailing and doubled slashes,
 * percent-decoded, Unicode NFC. The front page is `/`. Null for what is no path at all (empty, longer than 2,000, control characters).
 */
export function normalisePath(input: string): string | null {
  if (PLAIN.test(input) && input.length <= 2000) return input.endsWith('/') ? input.slice(0, -1) : input;
  const withoutHost = input.trim().replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const bare = withoutHost.replace(/[?#].*$/s, '');
  const path = `/${decodePercent(bare)}`
    .normalize('NFC')
    .replaceAll(/\/+/g, '/')
    .replace(/(.)\/$/, '$1');
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  return input.trim() === '' || path.length > 2000 || /[\u0000-\u001f\u007f]/.test(path) ? null : path;
}

/** Decodes what is valid and leaves a stray `%` as it stands. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
}
