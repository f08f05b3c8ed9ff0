import type { WxrItemTerm, WxrRecord } from './wxr-shapes.ts';

/** Elements whose text is kept, by the thing they stand in. */
const CHANNEL_FIELDS = fieldNames('title link language wp:base_site_url wp:base_blog_url');
const ITEM_FIELDS = fieldNames(
  `title link guid pubDate dc:creator content:encoded excerpt:encoded wp:post_id wp:post_date wp:post_date_gmt wp:post_modified_gmt
  wp:status wp:post_type wp:post_name wp:post_parent wp:post_password wp:attachment_url wp:menu_order
  wp:is_sticky category`,
);
const PART_FIELDS = fieldNames(
  `wp:author_id wp:author_login wp:author_display_name wp:author_first_name wp:author_last_name wp:term_id wp:term_slug wp:term_name wp:term_parent
  wp:term_taxonomy wp:term_description wp:category_nicename wp:category_parent wp:cat_name wp:category_description wp:tag_slug wp:tag_name
  wp:tag_description wp:meta_key wp:meta_value`,
);
/** Things with elements of their own. */
const PARTS = fieldNames(
  'wp:author wp:category wp:tag wp:term wp:postmeta wp:termmeta wp:comment wp:commentmeta image',
);
/** Fields that may hold markup which someone forgot to escape. */
const MARKUP_FIELDS = fieldNames('title content:encoded excerpt:encoded');

const POST_TEXT = 'content:encoded';
/** 1 MB: far more than is kept of a title, an excerpt or a value of meta; the text of a post has bounds of its own. */
const MAX_FIELD = 1024 * 1024;

type Fields = Record<string, string>;
interface OpenItem {
  readonly line: number;
  readonly fields: Fields;
  readonly terms: WxrItemTerm[];
  readonly meta: (readonly [string, string])[];
  comments: number;
}

export interface RecordBuilder {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  text(text: string): void;
  close(name: string): void;
  /** The end of the file: an item that is still open is told as cut off. */
  end(): void;
}

/**
 * Makes records from the events of a parser, told by the names of elements rather than their nesting, so that a missing or doubled tag
 * costs no more than the thing it stands in. The channel is told before the first author, term or item. Of post meta only `metaKeys` are kept;
 * without `withTexts`, nothing of the contents of posts.
 */
export function createRecordBuilder(
  tell: (record: WxrRecord) => void,
  { metaKeys, withTexts }: { readonly metaKeys: ReadonlySet<string>; readonly withTexts: boolean },
): RecordBuilder {
  const channel: Fields = {};
  let channelTold = false;
  let item: OpenItem | null = null;
  /** Open parts, innermost last: a comment may hold commentmeta. */
  let parts: { readonly name: string; readonly fields: Fields }[] = [];
  let field: { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string } | null =
    null;

  const tellChannel = (): void => {
    if (channelTold) return;
    channelTold = true;
    tell({
      kind: 'channel',
      channel: {
        title: of(channel, 'title'),
        link: of(channel, 'link').trim(),
        language: of(channel, 'language').trim(),
        baseSiteUrl: of(channel, 'wp:base_site_url').trim(),
        baseBlogUrl: of(channel, 'wp:base_blog_url').trim(),
      },
    });
  };
  /** Keeps a field whose end is missing, as far as it surely goes. */
  const keepUnended = (): void => {
    if (field === null) return;
    const end = MARKUP_FIELDS.has(field.name) ? `</${field.name}>` : '</';
    const text = field.text.split(end)[0] ?? '';
    store(parts.at(-1)?.fields ?? item?.fields ?? channel, { ...field, text }, parts.length > 0 ? null : item);
    field = null;
  };
  const finishItem = (kind: 'item' | 'cut-off'): void => {
    if (item === null) return;
    if (kind === 'item') keepUnended();
    tellChannel();
    tell({ kind, item: itemOf(item) });
    item = null;
    parts = [];
    field = null;
  };
  const expected = (name: string): boolean =>
    parts.length > 0 ? PART_FIELDS.has(name) : (item === null ? CHANNEL_FIELDS : ITEM_FIELDS).has(name);

  return {
    open(name, attributes, line) {
      if (name === 'item') {
        // An item inside an item: the end of the first is missing, what it had is whole.
        finishItem('item');
        item = { line, fields: {}, terms: [], meta: [], comments: 0 };
        parts = [];
        field = null;
      } else if (field !== null && MARKUP_FIELDS.has(field.name) && !name.startsWith('wp:') && !expected(name)) {
        field.text += openTag(name, attributes);
      } else if (PARTS.has(name)) {
        keepUnended();
        parts.push({ name, fields: {} });
        field = null;
      } else {
        keepUnended();
        field = expected(name) ? { name, attributes, text: '' } : null;
      }
    },
    text(text) {
      if (field === null) return;
      if (field.name !== POST_TEXT) field.text += text.slice(0, Math.max(0, MAX_FIELD - field.text.length));
      else if (withTexts) field.text += text;
    },
    close(name) {
      if (field !== null && name !== field.name && MARKUP_FIELDS.has(field.name) && !isStructure(name)) {
        field.text += `</${name}>`;
        return;
      }
      if (field !== null) {
        if (name === field.name)
          store(parts.at(-1)?.fields ?? item?.fields ?? channel, field, parts.length > 0 ? null : item);
        else keepUnended();
        field = null;
      }
      if (PARTS.has(name) && parts.some((part) => part.name === name)) {
        // What is left open inside it ends with it.
        while (parts.length > 0) {
          const part = parts.pop();
          if (part === undefined || part.name === name) {
            if (part !== undefined) finishPart(part.name, part.fields, item, parts.length, tell, tellChannel, metaKeys);
            break;
          }
        }
      } else if (name === 'item') finishItem('item');
    },
    end() {
      finishItem('cut-off');
      tellChannel();
    },
  };
}

function isStructure(name: string): boolean {
  return name.startsWith('wp:') || name === 'item' || name === 'channel' || name === 'rss' || ITEM_FIELDS.has(name);
}

/** Keeps a field that has ended; the first of a name wins, as it does for WordPress. */
function store(
  fields: Fields,
  field: { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly text: string },
  item: OpenItem | null,
): void {
  if (item !== null && field.name === 'category')
    item.terms.push({
      domain: field.attributes['domain'] ?? '',
      slug: field.attributes['nicename'] ?? '',
      name: field.text,
    });
  else fields[field.name] ??= field.text;
}

function finishPart(
  name: string,
  fields: Fields,
  item: OpenItem | null,
  depth: number,
  tell: (record: WxrRecord) => void,
  tellChannel: () => void,
  metaKeys: ReadonlySet<string>,
): void {
  if (name === 'wp:comment' && item !== null) item.comments++;
  else if (name === 'wp:postmeta' && item !== null && depth === 0) {
    const key = of(fields, 'wp:meta_key').trim();
    if (metaKeys.has(key)) item.meta.push([key, of(fields, 'wp:meta_value')]);
  } else if (item === null && depth === 0) {
    const record = declared(name, fields);
    if (record === null) return;
    tellChannel();
    tell(record);
  }
}

function declared(name: string, fields: Fields): WxrRecord | null {
  if (name === 'wp:author')
    return {
      kind: 'author',
      author: {
        id: of(fields, 'wp:author_id').trim(),
        login: of(fields, 'wp:author_login').trim(),
        displayName: of(fields, 'wp:author_display_name'),
        firstName: of(fields, 'wp:author_first_name'),
        lastName: of(fields, 'wp:author_last_name'),
      },
    };
  const id = of(fields, 'wp:term_id').trim();
  const term = (
    element: 'category' | 'tag' | 'term',
    taxonomy: string,
    slug: string,
    name: string,
    parent: string,
    description: string,
  ): WxrRecord => ({
    kind: 'term',
    term: {
      element,
      taxonomy,
      id,
      slug: of(fields, slug).trim(),
      name: of(fields, name),
      parent: of(fields, parent).trim(),
      description: of(fields, description),
    },
  });
  if (name === 'wp:category')
    return term(
      'category',
      'category',
      'wp:category_nicename',
      'wp:cat_name',
      'wp:category_parent',
      'wp:category_description',
    );
  if (name === 'wp:tag')
    return term('tag', 'post_tag', 'wp:tag_slug', 'wp:tag_name', 'wp:term_parent', 'wp:tag_description');
  if (name === 'wp:term')
    return term(
      'term',
      of(fields, 'wp:term_taxonomy').trim(),
      'wp:term_slug',
      'wp:term_name',
      'wp:term_parent',
      'wp:term_description',
    );
  return null;
}

function itemOf({ line, fields, terms, meta, comments }: OpenItem): Extract<WxrRecord, { kind: 'item' }>['item'] {
  const trimmed = (name: string): string => of(fields, name).trim();
  return {
    line,
    title: of(fields, 'title'),
    link: trimmed('link'),
    guid: trimmed('guid'),
    pubDate: trimmed('pubDate'),
    creator: trimmed('dc:creator'),
    content: of(fields, 'content:encoded'),
    excerpt: of(fields, 'excerpt:encoded'),
    postId: trimmed('wp:post_id'),
    postDate: trimmed('wp:post_date'),
    postDateGmt: trimmed('wp:post_date_gmt'),
    modifiedGmt: trimmed('wp:post_modified_gmt'),
    status: trimmed('wp:status'),
    postType: trimmed('wp:post_type'),
    postName: trimmed('wp:post_name'),
    postParent: trimmed('wp:post_parent'),
    attachmentUrl: trimmed('wp:attachment_url'),
    menuOrder: trimmed('wp:menu_order'),
    isSticky: trimmed('wp:is_sticky') === '1',
    hasPassword: of(fields, 'wp:post_password') !== '',
    terms,
    meta,
    comments,
  };
}

function of(fields: Fields, name: string): string {
  return fields[name] ?? '';
}

function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${written.join('')}>`;
}

function fieldNames(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}
