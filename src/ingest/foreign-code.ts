declare const named: unique symbol;

/** The name of a post type, taxonomy or list, which sites make up, in the form of a code. */
export type ForeignCode = string & { readonly [named]: true };

/** A foreign name as a code; null where no letter or digit of it can stand in one. */
export function foreignCode(name: string): ForeignCode | null {
  const code = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  // The one place that makes them.
  return code === '' ? null : (code as ForeignCode);
}
