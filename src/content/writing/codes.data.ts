/** Why an item is refused, and what that means; README.md has the same table. */
export const REFUSALS = {
  'bad-time': 'a time that is none',
  'bad-time-zone': 'of the site: no time zone',
  'bad-locale': 'of the site: no locale',
  'bad-path': 'a redirect from what is no path, or from the front page',
  'duplicate-item': 'an earlier item of this call has the same document: by its id, or by any of its keys',
  invalid: 'the document would break its schema, in `field`',
  'path-taken': 'a redirect from a path at which something lives',
  'redirect-loop': 'a redirect to itself',
  'too-large': 'over 7 million characters, or 14 MB',
} as const satisfies Readonly<Record<string, string>>;
export type RefusalCode = keyof typeof REFUSALS;

/** What was written and is worth a look. */
export const NOTICES = {
  'bad-locale': "not a locale; the site's was taken",
  'bad-path': "not a path; the type's own form was taken",
  'no-date': 'without a date it is a draft',
  'path-taken': 'the path got a number, or a former path belongs to something else',
  'section-loop': 'a section cannot be its own ancestor; the parent was left out',
  'slug-taken': 'the slug got a number',
  'two-matches': 'its keys name two documents; the first was written',
  'unknown-reference': 'nothing has that id or slug; it was left out, and is taken up by the next import after it came',
} as const satisfies Readonly<Record<string, string>>;
export type NoticeCode = keyof typeof NOTICES;
