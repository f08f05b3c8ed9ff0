import type { ObjectRef } from '@pothos/core';
import { Image } from '#content/media.graphql.ts';
import { absolute } from '#content/site/site.ts';
import { batched, derived } from '#graphql/batched.ts';
import { builder, type Types } from '#graphql/builder.ts';
import { Article } from './article.ref.ts';
import { inlineText, textOf } from './block-text.ts';
import type { ArticleLinkDoc, BlockDoc, BlockOf, QuoteDoc, SourceDoc } from './blocks.ts';
import { linkAddresses } from './link-addresses.ts';

export const Source = builder.objectRef<SourceDoc>('Source');
builder.objectType(Source, {
  description: 'An outside medium or agency that a text credits.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name as the text prints it.' }),
    url: derived(t, {
      type: 'URL',
      nullable: true,
      description: 'Where the text links to it; null where it does not.',
      needs: ['url'],
      from: ({ url }, _args, { site }) => (url === null ? null : absolute(site, url)),
    }),
  }),
});

export const Quote = builder.objectRef<QuoteDoc>('Quote');
builder.objectType(Quote, {
  description: 'What somebody said, in their words.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words, without quotation marks.' }),
    speaker: t.exposeString('speaker', {
      nullable: true,
      description: 'Who said it, as printed; null where the text does not say it surely.',
    }),
    source: t.expose('source', {
      type: Source,
      nullable: true,
      description: 'The outside medium that it was said to; null where the text names none.',
    }),
  }),
});

export const ArticleLink = builder.objectRef<ArticleLinkDoc>('ArticleLink');
builder.objectType(ArticleLink, {
  description: 'A link to another story, as printed ("ALSO READ").',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What stands before it: "ALSO READ".' }),
    title: t.exposeString('title', { description: 'The headline as printed; stays when the story is hidden.' }),
    url: batched(t, {
      type: 'URL',
      nullable: true,
      description: "The story's current address, or one outside this site; null where it is hidden or was never found.",
      needs: ['articleId', 'url'],
      reads: { articles: ['path'] },
      load: linkAddresses,
    }),
    article: batched(t, {
      type: Article,
      nullable: true,
      description: 'The story, where it is one of this site that may be seen.',
      needs: ['articleId'],
      rows: 1,
      load: async (links, _args, { articles }) => {
        const lists = await articles.rows.listsById(
          links.map(({ articleId }) => (articleId === null ? [] : [articleId])),
        );
        return lists.map(([article]) => article ?? null);
      },
    }),
  }),
});

/** What every type of block is told apart by: the stored `type`. */
const TYPE_NAMES = {
  paragraph: 'ParagraphBlock',
  heading: 'HeadingBlock',
  image: 'ImageBlock',
  gallery: 'GalleryBlock',
  quote: 'QuoteBlock',
  list: 'ListBlock',
  table: 'TableBlock',
  embed: 'EmbedBlock',
  video: 'VideoBlock',
  audio: 'AudioBlock',
  'read-also': 'ReadAlsoBlock',
  code: 'CodeBlock',
  divider: 'DividerBlock',
  html: 'HtmlBlock',
} as const satisfies Record<BlockDoc['type'], string>;

export const Block = builder.interfaceRef<BlockDoc>('Block');
builder.interfaceType(Block, {
  description: 'A part of a body. New types may come: show `text` for one that you do not know.',
  resolveType: ({ type }) => TYPE_NAMES[type],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Unique in the whole service; stays while the content does.' }),
    text: t.string({
      description: 'The plain form, so that an app can show a block that it does not know.',
      resolve: textOf,
    }),
  }),
});

type FieldBuilder<Type extends BlockDoc['type']> = PothosSchemaTypes.ObjectFieldBuilder<Types, BlockOf<Type>>;

/** Declares one type of block: what all have, and its own. */
function blockType<Type extends BlockDoc['type']>(
  type: Type,
  description: string,
  own: (t: FieldBuilder<Type>) => object,
): void {
  const ref: ObjectRef<Types, BlockOf<Type>> = builder.objectRef<BlockOf<Type>>(TYPE_NAMES[type]);
  builder.objectType(ref, {
    description,
    interfaces: [Block] as never, // Pothos cannot see that a member of the union is one of the interface's values
    fields: (t) => ({
      id: derived(t, {
        type: 'ID',
        description: 'Unique in the whole service; stays while the content does.',
        needs: ['id'],
        from: (block) => (block as { readonly id: string }).id, // Pick over a generic member of the union is not resolved
      }),
      text: derived(t, {
        type: 'String',
        description: 'The plain form, without markup.',
        needs: [],
        from: (block) => textOf(block as unknown as BlockDoc), // the same
      }),
      ...own(t),
    }),
  });
}

const HTML = 'Sanitised HTML; only a, em, strong, s, sub, sup, code, br and span with lang occur.';

blockType('paragraph', 'Running text, the commonest part of a body.', (t) => ({
  html: t.exposeString('html', { description: HTML }),
}));
blockType('heading', 'A heading within the body.', (t) => ({
  html: t.exposeString('html', { description: HTML }),
  level: t.exposeInt('level', { description: 'From 1, the outermost, to 6.' }),
  anchor: t.exposeString('anchor', {
    description: 'What follows # in a link to it; unique within the article as far as its source made it so.',
  }),
}));
blockType('image', 'A picture that stands by itself.', (t) => ({
  image: t.expose('image', { type: Image, description: 'The picture with its alternative text, caption and credit.' }),
}));
blockType('gallery', 'Several pictures that belong together.', (t) => ({
  images: t.expose('images', { type: [Image], description: 'The pictures in the order of the gallery.' }),
}));
blockType('quote', 'A quotation that stands by itself.', (t) => ({
  quote: t.expose('quote', { type: Quote, description: 'What was said, and by whom.' }),
}));

const ListItem = builder.objectRef<BlockOf<'list'>['items'][number]>('ListItem');
builder.objectType(ListItem, {
  description: 'A line of a list. Nesting is a level, never recursion.',
  fields: (t) => ({
    level: t.exposeInt('level', { description: 'How deep the line is nested: 0 for the outermost.' }),
    text: derived(t, {
      type: 'String',
      description: 'The plain form, without markup.',
      needs: ['html'],
      from: ({ html }) => inlineText(html),
    }),
    html: t.exposeString('html', { description: HTML }),
  }),
});
blockType('list', 'Lines with numbers or dots before them; nested lists are flattened into levels.', (t) => ({
  ordered: t.exposeBoolean('ordered', { description: 'True where the lines are numbered.' }),
  items: t.expose('items', { type: [ListItem], description: 'All lines in reading order.' }),
}));

const TableCell = builder.objectRef<string>('TableCell');
builder.objectType(TableCell, {
  description: 'What stands in one row and one column.',
  fields: (t) => ({
    text: derived(t, {
      type: 'String',
      description: 'The plain form, without markup.',
      needs: [],
      from: (html) => inlineText(String(html)),
    }),
    html: derived(t, { type: 'String', description: HTML, needs: [], from: String }),
  }),
});
const TableRow = builder.objectRef<readonly string[]>('TableRow');
builder.objectType(TableRow, {
  description: 'Cells that stand side by side.',
  fields: (t) => ({
    cells: derived(t, {
      type: [TableCell],
      description: 'From left to right.',
      needs: [],
      from: (cells) => cells as readonly string[], // Pick of nothing leaves no type
    }),
  }),
});
const Table = builder.objectRef<BlockOf<'table'>['table']>('Table');
builder.objectType(Table, {
  description: 'Cells in rows, with what is printed above them.',
  fields: (t) => ({
    caption: t.exposeString('caption', { nullable: true, description: 'What the table shows.' }),
    header: t.expose('header', {
      type: TableRow,
      nullable: true,
      description: 'The row of headings; null where there is none.',
    }),
    rows: t.expose('rows', { type: [TableRow], description: 'From top to bottom, the header apart.' }),
  }),
});
blockType('table', 'Facts or figures in rows and columns.', (t) => ({
  table: t.expose('table', { type: Table, description: 'Its caption, header and rows.' }),
}));

const addressOf = {
  type: 'URL',
  needs: ['url'],
  from: ({ url }: { readonly url: string }, _args: object, { site }: { readonly site: { readonly url: string } }) =>
    absolute(site, url),
} as const;
const Embed = builder.objectRef<BlockOf<'embed'>['embed']>('Embed');
builder.objectType(Embed, {
  description: 'Something of another service: a post, a map, a player.',
  fields: (t) => ({
    url: derived(t, { ...addressOf, description: 'Address of the embedded thing at that service.' }),
    provider: t.exposeString('provider', {
      nullable: true,
      description: 'Name of the service; null where it is not known.',
    }),
    title: t.exposeString('title', { nullable: true, description: 'What it is, where the source says so.' }),
  }),
});
blockType('embed', 'Something of another service: a post, a map, a player.', (t) => ({
  embed: t.expose('embed', {
    type: Embed,
    description: 'Its address, and what is known of it; an app decides whether to load it.',
  }),
}));

const Video = builder.objectRef<BlockOf<'video'>['video']>('Video');
builder.objectType(Video, {
  description: 'A film with what is printed beside it.',
  fields: (t) => ({
    url: derived(t, { ...addressOf, description: 'Address of the film file.' }),
    title: t.exposeString('title', { nullable: true, description: 'What it is called, where the source says so.' }),
    caption: t.exposeString('caption', { nullable: true, description: 'What it shows, as printed below it.' }),
    credit: t.exposeString('credit', { nullable: true, description: 'Whose film it is, as printed.' }),
    poster: t.expose('poster', { type: Image, nullable: true, description: 'The picture shown before it plays.' }),
  }),
});
blockType('video', 'A film within the body.', (t) => ({
  video: t.expose('video', { type: Video, description: 'The film with its address, caption and credit.' }),
}));

const Audio = builder.objectRef<BlockOf<'audio'>['audio']>('Audio');
builder.objectType(Audio, {
  description: 'A sound recording with what is printed beside it.',
  fields: (t) => ({
    url: derived(t, { ...addressOf, description: 'Address of the sound file.' }),
    title: t.exposeString('title', { nullable: true, description: 'What it is called, where the source says so.' }),
    caption: t.exposeString('caption', { nullable: true, description: 'What it is, as printed below it.' }),
    credit: t.exposeString('credit', { nullable: true, description: 'Whose recording it is, as printed.' }),
  }),
});
blockType('audio', 'A sound recording within the body.', (t) => ({
  audio: t.expose('audio', { type: Audio, description: 'The recording with its address, caption and credit.' }),
}));

blockType('read-also', 'A link to another story that stands by itself.', (t) => ({
  link: t.expose('link', { type: ArticleLink, description: 'Its label, the headline as printed, and the live story.' }),
}));
blockType('code', 'Program text, to be shown in a fixed-width font.', (t) => ({
  code: t.exposeString('code', { description: 'The program text with its spaces and line breaks, unescaped.' }),
  language: t.exposeString('language', {
    nullable: true,
    description: 'The programming language, where the source says so.',
  }),
}));
blockType('divider', 'A break between parts; its text is "".', () => ({}));
blockType('html', 'Anything that no other type can hold, as sanitised HTML.', (t) => ({
  html: t.exposeString('html', { description: 'Sanitised HTML: any harmless element, no scripts, no styles.' }),
}));
