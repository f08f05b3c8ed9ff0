import type { ArticleDoc } from '#content/article/article.ts';
import { inlineText, textOf } from '#content/article/block-text.ts';
import type { ArticleLinkDoc, BlockDoc, BlockOf, QuoteDoc, SourceDoc } from '#content/article/blocks.ts';
import { absolute } from '#content/site/site.ts';
import { Article, builder, Image } from './plain-schema.ts';

/** The body, its quotes and links, as the article page asks for them. */

const Source = builder.objectRef<SourceDoc>('Source').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    url: t.field({ type: 'URL', resolve: ({ url }, _args, { site }) => url && absolute(site, url) }),
  }),
});
const Quote = builder.objectRef<QuoteDoc>('Quote').implement({
  fields: (t) => ({
    text: t.exposeString('text'),
    speaker: t.exposeString('speaker'),
    source: t.expose('source', { type: Source }),
  }),
});
const ArticleLink = builder.objectRef<ArticleLinkDoc>('ArticleLink').implement({
  fields: (t) => ({
    label: t.exposeString('label'),
    title: t.exposeString('title'),
    url: t.field({
      type: 'URL',
      resolve: async ({ articleId, url }, _args, { articles, site }) => {
        const address = articleId === null ? url : (await articles.load(articleId))?.path;
        return address ? absolute(site, address) : null;
      },
    }),
    article: t.field({
      type: Article,
      resolve: ({ articleId }, _args, { articles }) => (articleId === null ? null : articles.load(articleId)),
    }),
  }),
});

const Block = builder.interfaceRef<BlockDoc>('Block').implement({
  resolveType: ({ type }) => `${type === 'read-also' ? 'ReadAlso' : type.charAt(0).toUpperCase() + type.slice(1)}Block`,
  fields: (t) => ({ id: t.exposeID('id'), text: t.string({ resolve: textOf }) }),
});
function blockRef<Type extends BlockDoc['type']>(name: string) {
  return builder.objectRef<BlockOf<Type>>(`${name}Block`);
}
const options = { interfaces: [Block] as never }; // Pothos cannot see that a member of the union is one of the interface's values

builder.objectType(blockRef<'paragraph'>('Paragraph'), {
  ...options,
  fields: (t) => ({ html: t.exposeString('html') }),
});
builder.objectType(blockRef<'heading'>('Heading'), {
  ...options,
  fields: (t) => ({ level: t.exposeInt('level'), anchor: t.exposeString('anchor') }),
});
builder.objectType(blockRef<'image'>('Image'), {
  ...options,
  fields: (t) => ({ image: t.expose('image', { type: Image }) }),
});
builder.objectType(blockRef<'gallery'>('Gallery'), {
  ...options,
  fields: (t) => ({ images: t.expose('images', { type: [Image] }) }),
});
builder.objectType(blockRef<'quote'>('Quote'), {
  ...options,
  fields: (t) => ({ quote: t.expose('quote', { type: Quote }) }),
});
const ListItem = builder.objectRef<BlockOf<'list'>['items'][number]>('ListItem').implement({
  fields: (t) => ({ level: t.exposeInt('level'), html: t.exposeString('html') }),
});
builder.objectType(blockRef<'list'>('List'), {
  ...options,
  fields: (t) => ({ ordered: t.exposeBoolean('ordered'), items: t.expose('items', { type: [ListItem] }) }),
});
const Cell = builder.objectRef<string>('TableCell').implement({
  fields: (t) => ({ text: t.string({ resolve: inlineText }), html: t.string({ resolve: (html) => html }) }),
});
const Row = builder.objectRef<readonly string[]>('TableRow').implement({
  fields: (t) => ({ cells: t.field({ type: [Cell], resolve: (cells) => [...cells] }) }),
});
const Table = builder.objectRef<BlockOf<'table'>['table']>('Table').implement({
  fields: (t) => ({
    caption: t.exposeString('caption'),
    header: t.expose('header', { type: Row }),
    rows: t.expose('rows', { type: [Row] }),
  }),
});
builder.objectType(blockRef<'table'>('Table'), {
  ...options,
  fields: (t) => ({ table: t.expose('table', { type: Table }) }),
});
const Embed = builder.objectRef<BlockOf<'embed'>['embed']>('Embed').implement({
  fields: (t) => ({
    url: t.field({ type: 'URL', resolve: ({ url }) => url }),
    provider: t.exposeString('provider'),
    title: t.exposeString('title'),
  }),
});
builder.objectType(blockRef<'embed'>('Embed'), {
  ...options,
  fields: (t) => ({ embed: t.expose('embed', { type: Embed }) }),
});
const Video = builder.objectRef<BlockOf<'video'>['video']>('Video').implement({
  fields: (t) => ({
    url: t.field({ type: 'URL', resolve: ({ url }, _args, { site }) => absolute(site, url) }),
    title: t.exposeString('title'),
    caption: t.exposeString('caption'),
    poster: t.expose('poster', { type: Image }),
  }),
});
builder.objectType(blockRef<'video'>('Video'), {
  ...options,
  fields: (t) => ({ video: t.expose('video', { type: Video }) }),
});
const Audio = builder.objectRef<BlockOf<'audio'>['audio']>('Audio').implement({
  fields: (t) => ({
    url: t.field({ type: 'URL', resolve: ({ url }, _args, { site }) => absolute(site, url) }),
    title: t.exposeString('title'),
  }),
});
builder.objectType(blockRef<'audio'>('Audio'), {
  ...options,
  fields: (t) => ({ audio: t.expose('audio', { type: Audio }) }),
});
builder.objectType(blockRef<'read-also'>('ReadAlso'), {
  ...options,
  fields: (t) => ({ link: t.expose('link', { type: ArticleLink }) }),
});
builder.objectType(blockRef<'code'>('Code'), {
  ...options,
  fields: (t) => ({ code: t.exposeString('code'), language: t.exposeString('language') }),
});
builder.objectType(blockRef<'divider'>('Divider'), { ...options, fields: () => ({}) });
builder.objectType(blockRef<'html'>('Html'), { ...options, fields: (t) => ({ html: t.exposeString('html') }) });

builder.objectFields(Article, (t) => ({
  body: t.field({ type: [Block], resolve: ({ body }: ArticleDoc) => body }),
  quotes: t.expose('quotes', { type: [Quote] }),
  sources: t.expose('sources', { type: [Source] }),
  alsoRead: t.expose('alsoRead', { type: [ArticleLink] }),
}));
