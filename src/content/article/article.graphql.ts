import { Author } from '#content/author/author.ref.ts';
import { Image } from '#content/media.graphql.ts';
import { Section } from '#content/section/section.ref.ts';
import { absolute } from '#content/site/site.ts';
import { Topic } from '#content/topic/topic.ref.ts';
import { ContentError } from '#errors.ts';
import { batched, batchedFrom, derived, rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { Addressable, globalId, Node, storedId } from '#graphql/node.ts';
import { ArticleBy, ArticleKind, articleListArgs, ExcerptUnit, NeighbourScope } from './article.inputs.graphql.ts';
import { loadLatest, loadNeighbours, NEIGHBOUR_NEEDS } from './article-neighbours.graphql.ts';
import { heavy, loadBodyHtml } from './article-body.graphql.ts';
import { ImportOrigin, ReadingTime, Seo } from './article-parts.graphql.ts';
import { Article, ArticleConnection } from './article.ref.ts';
import { bodyTextOf } from './block-text.ts';
import { ArticleLink, Block, Quote, Source } from './blocks.graphql.ts';
import { excerptOf } from './excerpt.ts';

builder.objectType(Article, {
  description: 'A story, with everything that an article page shows.',
  interfaces: [Node, Addressable],
  extensions: { stored: 'articles' },
  fields: (t) => ({
    id: derived(t, {
      type: 'ID',
      description: 'Relay global id: opaque, never changes.',
      needs: [],
      from: ({ _id }) => globalId('Article', _id),
    }),
    slug: t.exposeString('slug', { description: 'Unique among articles, over all languages.' }),
    path: t.exposeString('path', { description: 'Path of its page, without host; starts with /.' }),
    url: derived(t, {
      type: 'URL',
      description: 'Absolute address of its page.',
      needs: ['path'],
      from: ({ path }, _args, { site }) => absolute(site, path),
    }),
    canonicalUrl: derived(t, {
      type: 'URL',
      description: 'The address that search engines shall know it by; its own unless an editor named another.',
      needs: ['path', 'canonicalUrl'],
      from: ({ path, canonicalUrl }, _args, { site }) => absolute(site, canonicalUrl ?? path),
    }),
    kind: t.expose('kind', { type: ArticleKind, description: 'What sort of article it is.' }),
    kicker: t.exposeString('kicker', { nullable: true, description: 'The words above the headline.' }),
    headline: t.exposeString('headline', { description: 'The title of the story: plain text.' }),
    shortHeadline: derived(t, {
      type: 'String',
      description: 'For tight places; falls back to headline.',
      needs: ['shortHeadline', 'headline'],
      from: ({ shortHeadline, headline }) => shortHeadline ?? headline,
    }),
    socialHeadline: derived(t, {
      type: 'String',
      description: 'For sharing; falls back to headline.',
      needs: ['socialHeadline', 'headline'],
      from: ({ socialHeadline, headline }) => socialHeadline ?? headline,
    }),
    standfirst: t.exposeString('standfirst', {
      nullable: true,
      description: 'The paragraph below the headline: plain text, without the credit line.',
    }),
    creditLine: t.exposeString('creditLine', {
      nullable: true,
      description: 'To whom the report is owed, as printed: "reports Harbour Wire".',
    }),
    byline: t.exposeString('byline', {
      nullable: true,
      description: 'Who wrote it, as printed; `authors` is the same as data.',
    }),
    authors: batched(t, {
      type: [Author],
      nullable: true,
      description: 'In the order of the byline.',
      needs: ['authorIds'],
      rows: 3,
      load: (rows, _args, { authors }) => authors.rows.listsById(rows.map(({ authorIds }) => authorIds)),
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: 'The public date, which editors may move: it orders lists and decides visibility.',
    }),
    firstPublishedAt: t.expose('firstPublishedAt', {
      type: 'DateTime',
      description: 'When it was first published; never changes.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'Last change of its content.' }),
    locale: t.expose('locale', { type: 'Locale', description: 'The language it is written in.' }),
    section: batched(t, {
      type: Section,
      nullable: true,
      description: "The main section: the source's primary one, else the deepest, else the first.",
      needs: ['mainSectionId'],
      rows: 1,
      load: (rows, _args, { sections }) => sections.byIds(rows.map(({ mainSectionId }) => mainSectionId)),
    }),
    sections: batched(t, {
      type: [Section],
      nullable: true,
      description: 'All its sections, the main one first.',
      needs: ['ownSectionIds'],
      rows: 2,
      load: (rows, _args, { sections }) => sections.listsById(rows.map(({ ownSectionIds }) => ownSectionIds)),
    }),
    breadcrumbs: batched(t, {
      type: [Section],
      nullable: true,
      description: "The main section's ancestors and itself, root first.",
      needs: ['mainSectionId'],
      rows: 2,
      load: (rows, _args, { sections }) => sections.linesTo(rows.map(({ mainSectionId }) => mainSectionId)),
    }),
    topics: batched(t, {
      type: [Topic],
      nullable: true,
      description: 'What it is about, most important first.',
      needs: ['topicIds'],
      rows: 8,
      load: (rows, _args, { topics }) => topics.rows.listsById(rows.map(({ topicIds }) => topicIds)),
    }),
    leadImage: t.expose('leadImage', {
      type: Image,
      nullable: true,
      description: 'The picture that stands above the body and on cards; null where there is none.',
    }),
    body: batchedFrom(t, {
      ...heavy('body'),
      type: [Block],
      description: 'The text as typed blocks, in order.',
      from: (row) => row?.body,
    }),
    bodyHtml: batched(t, {
      type: 'String',
      nullable: true,
      description: 'The body as HTML; links to stories that may not be seen are left out, their words stay.',
      needs: [],
      reads: { heavyArticles: ['body'], articles: ['path'] },
      load: loadBodyHtml,
    }),
    bodyText: batchedFrom(t, {
      ...heavy('body'),
      type: 'String',
      description: 'The body as plain text, a blank line between blocks.',
      from: (row) => row && bodyTextOf(row.body),
    }),
    excerpt: derived(t, {
      type: 'String',
      description:
        "The beginning of the editor's excerpt, else the standfirst, else the body: plain text, never cut inside a word.",
      args: {
        length: t.arg.int({
          description: 'How long at most: 30 words, 160 characters or 2 sentences unless said; at most 100, 600, 5.',
        }),
        unit: t.arg({
          type: ExcerptUnit,
          required: true,
          defaultValue: 'WORDS',
          description: 'What `length` is counted in.',
        }),
        ellipsis: t.arg.string({
          required: true,
          defaultValue: '…',
          description: 'Put where something was cut; at most 10 characters.',
        }),
      },
      needs: ['lead', 'lang'],
      from: ({ lead, lang }, args) => excerptOf(lead, lang, args),
    }),
    wordCount: t.exposeInt('wordCount', { description: 'Words of the body without read-also links, embeds and code.' }),
    readingTime: derived(t, {
      type: ReadingTime,
      description: 'How long the body takes to read.',
      args: {
        wordsPerMinute: t.arg.int({ required: true, defaultValue: 230, description: 'Reading speed: 50 to 1,000.' }),
      },
      needs: ['wordCount'],
      from: ({ wordCount }, { wordsPerMinute }) => {
        if (wordsPerMinute < 50 || wordsPerMinute > 1000)
          throw new ContentError('BAD_USER_INPUT', 'wordsPerMinute: from 50 to 1,000');
        return { minutes: Math.max(1, Math.round(wordCount / wordsPerMinute)) };
      },
    }),
    quotes: batchedFrom(t, {
      ...heavy('quotes'),
      type: [Quote],
      description: 'Quote blocks and quotations in paragraphs, in text order.',
      from: (row) => row?.quotes,
    }),
    sources: batchedFrom(t, {
      ...heavy('sources'),
      type: [Source],
      description: 'Outside media and agencies that the text credits.',
      from: (row) => row?.sources,
    }),
    alsoRead: batchedFrom(t, {
      ...heavy('alsoRead'),
      type: [ArticleLink],
      rows: 3,
      description: 'The links of its read-also blocks, in order.',
      from: (row) => row?.alsoRead,
    }),
    previous: batchedFrom(t, {
      type: Article,
      nullable: true,
      description: 'The nearest older article of the scope, in the same language.',
      args: {
        scope: t.arg({
          type: NeighbourScope,
          required: true,
          defaultValue: 'SITE',
          description: 'Among which articles it is sought.',
        }),
      },
      needs: NEIGHBOUR_NEEDS,
      rows: 10,
      load: loadNeighbours,
      from: ({ previous }) => previous,
    }),
    next: batchedFrom(t, {
      type: Article,
      nullable: true,
      description: 'The nearest newer article of the scope, in the same language.',
      args: {
        scope: t.arg({
          type: NeighbourScope,
          required: true,
          defaultValue: 'SITE',
          description: 'Among which articles it is sought.',
        }),
      },
      needs: NEIGHBOUR_NEEDS,
      rows: 10,
      load: loadNeighbours,
      from: ({ next }) => next,
    }),
    latest: batched(t, {
      type: [Article],
      nullable: true,
      description: 'The newest of the scope in the same language, never this one; [] where it has no such scope.',
      args: {
        scope: t.arg({
          type: NeighbourScope,
          required: true,
          defaultValue: 'SECTION',
          description: 'Among which articles it is sought.',
        }),
        first: t.arg.int({ required: true, defaultValue: 4, description: 'How many: 0 to 20.' }),
      },
      needs: NEIGHBOUR_NEEDS,
      load: loadLatest,
    }),
    seo: derived(t, {
      type: Seo,
      description: 'What search engines are shown.',
      needs: ['seoTitle', 'seoDescription', 'noindex', 'headline', 'lead', 'lang'],
      from: ({ seoTitle, seoDescription, noindex, headline, lead, lang }) => ({
        title: seoTitle ?? headline,
        description: seoDescription ?? excerptOf(lead, lang, { length: 160, unit: 'CHARACTERS', ellipsis: '…' }),
        noindex,
      }),
    }),
    importedFrom: t.expose('importedFrom', {
      type: ImportOrigin,
      nullable: true,
      description: 'Where it came from; null for what was written here.',
    }),
  }),
});

builder.queryFields((t) => ({
  article: rootField(t, {
    type: Article,
    nullable: true,
    description: 'One article by its current id, slug or path; null where there is none to be seen.',
    args: { by: t.arg({ type: ArticleBy, required: true, description: 'Which one.' }) },
    rows: 1,
    reads: { articles: ['slug'] }, // rows found by slug are put in place by it
    read: async ({ by }, { articles, paths }) => {
      if (typeof by.slug === 'string') return articles.bySlug(by.slug);
      const id =
        typeof by.path === 'string' ? await paths.currentId('article', by.path) : storedId('Article', by.id ?? '');
      return id === null ? null : articles.rows.byId(id);
    },
  }),
  articles: rootField(t, {
    type: ArticleConnection,
    nullable: true,
    description: 'All articles to be seen, in any language.',
    args: articleListArgs(t),
    read: async (args) => ({ kind: 'articles' as const, parent: '', args }),
  }),
}));
