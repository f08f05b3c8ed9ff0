import type { Ingest, IngestContext } from '#content/content-type.ts';
import type { ArticleItem, BlockInput } from '#content/imported-item.ts';
import { createPartIds, type PartIds } from '#content/part-ids.ts';
import { deepestOf, withAncestors } from '#content/section/section-tree.ts';
import { NEVER, visibleInterval, type Visible } from '#content/visibility.ts';
import { firstGraphemes } from '#lib/graphemes.ts';
import { accepted, refused } from '#lib/result.ts';
import { countWords } from '#lib/words.ts';
import { parseTime } from '#lib/zoned-time.ts';
import type { ArticleDoc } from './article.ts';
import { isProse, isStory, textsOf } from './block-text.ts';
import { hashesOfInput, madeOf } from './block-hash.ts';
import type { BlockDoc, QuoteDoc } from './blocks.ts';
import { linksOf } from './links.ts';

/** `publishedAt` of a story without a date: such a story is a draft, so no reader sees it. */
const NO_DATE = new Date(0);
/** What `lead` holds: twice the longest excerpt that can be asked for (600 characters), as the contract says. */
const LEAD_GRAPHEMES = 1_200;
/** Longer texts are searched by their beginning: a text index entry per word is what a write costs. */
const MAX_SEARCH_CHARACTERS = 200_000;

type Derived = 'sectionIds' | 'lang' | 'wasVisible' | 'wordCount' | 'alsoRead' | 'pendingLinks' | 'searchText';

export const articleIngest: Ingest<ArticleDoc, ArticleItem, Derived> = {
  references: (item) => [
    ...item.authors.map((ref) => ({ type: 'author' as const, ref })),
    ...item.topics.map((ref) => ({ type: 'topic' as const, ref })),
    ...sectionsOf(item).map((ref) => ({ type: 'section' as const, ref })),
  ],
  nameOf: ({ headline }) => headline,

  fields(item, previous, context) {
    const times = timesOf(item, context.site.timeZone);
    if ('bad' in times) return refused('bad-time', times.bad);
    if (times.publishedAt === null) context.notice('no-date');
    const ids = createPartIds(context.id);
    const leadImage = item.leadImage && ids.image(item.leadImage);
    const hashes = hashesOfInput(item.body);
    const blocks = item.body.map((block, at) => storedBlock(block, ids.of(hashes[at] ?? ''), ids, context));
    const body = madeOf(item.body, withIdsOf(item, context.id, blocks));
    return accepted({
      status: times.publishedAt === null ? ('draft' as const) : item.status,
      kind: item.kind,
      kicker: item.kicker,
      headline: item.headline,
      shortHeadline: item.shortHeadline,
      socialHeadline: item.socialHeadline,
      standfirst: item.standfirst,
      creditLine: item.creditLine,
      byline: item.byline,
      authorIds: resolveAll('author', item.authors, context),
      topicIds: resolveAll('topic', item.topics, context),
      ...sectionFields(item, previous, context),
      publishedAt: times.publishedAt ?? NO_DATE,
      firstPublishedAt: knownFirst(previous) ?? times.firstPublishedAt ?? times.publishedAt ?? NO_DATE,
      updatedAt: times.updatedAt ?? times.publishedAt ?? NO_DATE,
      expiresAt: times.expiresAt ?? NEVER,
      hiddenSince: times.hiddenSince,
      locale: localeOf(item, context),
      canonicalUrl: item.canonicalUrl,
      leadImage,
      lead: leadOf(item, body),
      seoTitle: item.seo.title,
      seoDescription: item.seo.description,
      noindex: item.seo.noindex,
      importedFrom: item.importedFrom,
      body,
      quotes: quotesOf(body, item.quotes),
      sources: item.sources,
    });
  },

  derive(fields, previous, { sections, now }, item) {
    const { body, ownSectionIds, locale } = fields;
    const texts = textsOf(body);
    return {
      sectionIds: withAncestors(sections, ownSectionIds),
      lang: new Intl.Locale(locale).language,
      wasVisible:
        Boolean(previous?.wasVisible || item.stored?.wasVisible) ||
        [previous, fields].some((one) => one && wasVisible(one, now)),
      wordCount: body.reduce((sum, block, at) => (isProse(block) ? sum + countWords(texts[at] ?? '') : sum), 0),
      searchText: texts.filter(Boolean).join('\n\n').slice(0, MAX_SEARCH_CHARACTERS),
      ...linksOf(body),
    };
  },

  defaultPath({ slug, mainSectionId }, { sections }) {
    const main = mainSectionId === null ? undefined : sections.get(mainSectionId);
    return main ? `/${main.slug}/${slug}` : `/${slug}`;
  },
};

/** The main section first: the one named, else the deepest, else the first. */
function sectionFields(
  item: ArticleItem,
  previous: ArticleDoc | null,
  context: IngestContext,
): Pick<ArticleDoc, 'ownSectionIds' | 'mainSectionId'> {
  const named = item.mainSection === null ? null : context.resolve('section', item.mainSection);
  const ids = resolveAll('section', item.sections, context);
  const mainSectionId = named ?? chosenMain(ids, previous, context) ?? deepestOf(context.sections, ids);
  return { mainSectionId, ownSectionIds: mainSectionId === null ? [] : [...new Set([mainSectionId, ...ids])] };
}

/** The main section that another source has named, where this one cannot know: still one of the article's, and not what would be worked out. */
function chosenMain(
  ids: readonly string[],
  previous: ArticleDoc | null,
  { blindTo, sections }: IngestContext,
): string | null {
  const main = previous?.mainSectionId ?? null;
  if (!previous || main === null || !blindTo.has('mainSection') || !ids.includes(main)) return null;
  const [, ...others] = previous.ownSectionIds;
  return deepestOf(sections, [...others, main]) === main ? null : main;
}

function sectionsOf({ sections, mainSection }: ArticleItem): readonly string[] {
  return mainSection === null ? sections : [mainSection, ...sections];
}

/** Each once, in order; what is unknown is left out (and noticed by `resolve`). */
function resolveAll(type: 'author' | 'topic' | 'section', refs: readonly string[], context: IngestContext): string[] {
  return [...new Set(refs.flatMap((ref) => context.resolve(type, ref) ?? []))];
}

const TIMES = ['publishedAt', 'firstPublishedAt', 'updatedAt', 'expiresAt', 'hiddenSince'] as const;
type Times = Readonly<Record<(typeof TIMES)[number], Date | null>>;

/** The item's times as instants, or the name of the first that is none. */
function timesOf(item: ArticleItem, timeZone: string): Times | { readonly bad: string } {
  const times: [string, Date | null][] = [];
  for (const name of TIMES) {
    const text = item[name];
    const time = text === null ? null : parseTime(text, timeZone);
    if (text !== null && time === null) return { bad: name };
    times.push([name, time]);
  }
  return Object.fromEntries(times) as unknown as Times; // one entry per name of TIMES
}

/** A first publication once known never changes. */
function knownFirst(previous: ArticleDoc | null): Date | null {
  return previous && previous.firstPublishedAt.getTime() !== NO_DATE.getTime() ? previous.firstPublishedAt : null;
}

/** Readers could see it at some time up to now; what is archived was published before. */
function wasVisible({ status, publishedAt, expiresAt }: Visible, now: Date): boolean {
  if (status === 'draft' || publishedAt.getTime() === NO_DATE.getTime()) return false;
  return publishedAt <= now && visibleInterval({ status: 'published', publishedAt, expiresAt }) !== null;
}

/** The item's locale in canonical form; the site's where there is none or it is no locale. */
function localeOf({ locale }: ArticleItem, context: IngestContext): string {
  if (locale === null) return context.site.locale;
  const [canonical] = canonicalLocales(locale.replaceAll('_', '-'));
  if (canonical === undefined) context.notice('bad-locale');
  return canonical ?? context.site.locale;
}

function canonicalLocales(locale: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(locale);
  } catch {
    return [];
  }
}

/** The body under the ids that an export says, so far as they are ids of this article's blocks. */
function withIdsOf(item: ArticleItem, owner: string, body: BlockDoc[]): BlockDoc[] {
  const ids = new Set(item.stored?.blockIds);
  if (ids.size !== body.length || ![...ids].every((id) => id.startsWith(`${owner}-`))) return body;
  return body.map((block, at) => ({ ...block, id: item.stored?.blockIds?.[at] ?? block.id }));
}

function leadOf(item: ArticleItem, body: readonly BlockDoc[]): string {
  const given = item.excerpt || item.standfirst;
  if (given) return firstGraphemes(given, LEAD_GRAPHEMES);
  return beginningOf(body, isStory) || beginningOf(body, isProse);
}

/** The beginning of what such blocks say, '' where there are none. */
function beginningOf(body: readonly BlockDoc[], isWanted: (block: BlockDoc) => boolean): string {
  const all = textsOf(body);
  const texts = body.flatMap((block, at) => (isWanted(block) ? (all[at] ?? '') : '')).filter(Boolean);
  // No more of them than it takes: most of a body stands behind.
  for (let count = 4; ; count *= 2) {
    const text = texts.slice(0, count).join('\n\n');
    const lead = firstGraphemes(text, LEAD_GRAPHEMES);
    if (lead.length < text.length || count >= texts.length) return lead;
  }
}

/** The block with ids for itself and its images, and its link looked up. */
function storedBlock(input: BlockInput, id: string, ids: PartIds, context: IngestContext): BlockDoc {
  switch (input.type) {
    case 'image':
      return { ...input, id, image: ids.image(input.image) };
    case 'gallery':
      return { ...input, id, images: input.images.map(ids.image) };
    case 'video':
      return { ...input, id, video: { ...input.video, poster: input.video.poster && ids.image(input.video.poster) } };
    case 'read-also':
      return { ...input, id, link: { ...input.link, ...context.link(input.link.url) } };
    default:
      return { ...input, id };
  }
}

/** Quote blocks and the quotations found in other blocks, in text order; what is found nowhere follows at the end. */
export function quotesOf(body: readonly BlockDoc[], quotations: readonly QuoteDoc[]): QuoteDoc[] {
  const quoted = body.flatMap((block, at) =>
    block.type === 'quote' ? [{ quote: block.quote, block: at, from: 0 }] : [],
  );
  if (quotations.length === 0) return quoted.map(({ quote }) => quote);
  const texts = textsOf(body).map((text, at) => (body[at]?.type === 'quote' ? '' : plain(text)));
  const found = quotations.map((quote) => {
    const words = plain(quote.text);
    const block = texts.findIndex((text) => text.includes(words));
    return block < 0
      ? { quote, block: texts.length, from: 0 }
      : { quote, block, from: texts[block]?.indexOf(words) ?? 0 };
  });
  return [...quoted, ...found].sort((a, b) => a.block - b.block || a.from - b.from).map(({ quote }) => quote);
}

function plain(text: string): string {
  return /[^\S ]|  /.test(text) ? text.replaceAll(/\s+/g, ' ').trim() : text.trim();
}
