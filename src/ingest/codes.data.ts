import type { ForeignCode } from './foreign-code.ts';

/** The codes of a report, and what they mean; README.md has the same tables. The writer adds those of content/writing/README.md. */

/** Records that could not be taken over. */
export const REJECTS = {
  'ill-formed-xml': 'a line of the file; reading went on; at most 20 a file',
  'cut-off': 'the file ends inside this item, or line',
  'too-long':
    'XML: an element of more than 64 MB, and the rest is not read; NDJSON: a line of more than 16 MB or 200,000 values; a live site: a post of more than 20 MB',
  'too-deep':
    'XML: more than 1,000 elements inside each other, and the rest is not read; NDJSON: a line of more than 64 levels',
  'no-id': 'a post without id, address and slug',
  'duplicate-id': 'its id, or all that could stand for it, is taken by an earlier one',
  'bad-json': 'a line that is no JSON',
  'unknown-type': 'a line whose `type` is none of the schemas',
  'missing-field': '`field` is not there',
  'unknown-field': '`field` is in no schema',
  'bad-value': '`field` is not as its schema says',
} as const satisfies Readonly<Record<string, string>>;
export type RejectCode = keyof typeof REJECTS;

/** Left out on purpose, besides post types and taxonomies that are not mapped, which are counted by their names. */
export const SKIPS = {
  'auto-draft': 'what WordPress saves before there is a word',
  'no-type': 'an item that names no post type',
  comment: 'comments of posts',
  protected: 'a live site does not show its text without a login',
  uncategorized: 'the default category, in any language',
  term: 'a term that names no taxonomy',
  'term-without-slug': 'nothing can refer to it',
} as const satisfies Readonly<Record<string, string>>;

export type SkipReason = keyof typeof SKIPS | ForeignCode;

/** What was taken over and is worth a look. */
export const NOTICES = {
  'local-time': "no UTC time in the file: the site's local time was taken",
  'no-headline': 'the beginning of the text stands in',
  'missing-image': 'the featured image is not in the file',
  'duplicate-id': 'a second post of one id is kept under its guid',
  'too-many-terms': 'more than 100; the first were taken',
  'body-too-long': 'cut at 1 MB',
  'html-too-deep': 'tags below 256 levels left out, text kept',
  'too-many-blocks': 'cut at 5,000',
  'missing-block': 'a block that posts share is not in the file, or shows itself',
  'unknown-shortcode': 'tags dropped, text kept',
  'dropped-picture': 'pictures that stand in the text itself (`data:`) and in no file',
  'dropped-script': 'scripts, each of these once for each that was left out',
  'dropped-style': 'style sheets',
  'dropped-form-field': 'text fields and choices of forms',
  'dropped-drawing': 'drawings and formulas',
  'dropped-markup': 'markup that no browser shows',
  'dropped-share-buttons': 'buttons to share the page',
  'users-hidden':
    'a live site does not show that list; also `categories-hidden`, `tags-hidden`, `media-hidden`, and so for each mapped type and taxonomy',
  'login-sees-no-drafts': "the user may not edit others' posts",
  'posts-hidden': 'the site counts more posts than it shows: nothing is said to be gone',
} as const satisfies Readonly<Record<string, string>>;
export type NoticeCode = keyof typeof NOTICES | `${ForeignCode | 'list'}-hidden`;

/** Articles that a live site brought earlier and shows no more. */
export const GONE = {
  deleted: "the site's list has it no more",
  protected: 'it is behind a password now',
} as const satisfies Readonly<Record<string, string>>;
export type GoneCode = keyof typeof GONE;
