import { SCOPES } from './neighbours.ts';
import { builder } from '#graphql/builder.ts';
import { ARTICLE_KINDS } from './article.ts';

const KIND_MEANINGS: Record<(typeof ARTICLE_KINDS)[number], string> = {
  NEWS: 'A report of what happened.',
  OPINION: 'What its author thinks.',
  ANALYSIS: 'What it means, explained.',
  FEATURE: 'A longer story told at leisure.',
  INTERVIEW: 'Questions and answers.',
  REVIEW: 'A judgement on a work, a place or a thing.',
  LIVE: 'A running account of something under way.',
  GALLERY: 'Mostly pictures.',
  VIDEO: 'Mostly a film.',
  AUDIO: 'Mostly a recording.',
};
export const ArticleKind = builder.enumType('ArticleKind', {
  description: 'What sort of article it is. New kinds may come.',
  values: Object.fromEntries(ARTICLE_KINDS.map((kind) => [kind, { description: KIND_MEANINGS[kind] }])) as Record<
    (typeof ARTICLE_KINDS)[number],
    { description: string }
  >, // Object.fromEntries forgets the names
});

const ArticleOrder = builder.enumType('ArticleOrder', {
  description: 'The order of a list of articles; ties break on the id.',
  values: {
    NEWEST: { description: 'By publishedAt, newest first.' },
    OLDEST: { description: 'By publishedAt, oldest first.' },
    RECENTLY_UPDATED: { description: 'By updatedAt, last changed first.' },
  } as const,
});

export const ExcerptUnit = builder.enumType('ExcerptUnit', {
  description: 'What the length of an excerpt is counted in.',
  values: {
    WORDS: { description: 'Words: 30 unless said otherwise, at most 100.' },
    CHARACTERS: { description: 'Characters as readers see them (graphemes), the ellipsis included: 160, at most 600.' },
    SENTENCES: { description: 'Whole sentences: 2, at most 5.' },
  } as const,
});

const SCOPE_MEANINGS: Record<(typeof SCOPES)[number], string> = {
  SITE: 'All articles of the site.',
  SECTION: "The article's main section with its descendants.",
  TOPIC: "The article's first topic.",
  AUTHOR: "The article's first author.",
};
export const NeighbourScope = builder.enumType('NeighbourScope', {
  description: "Among which articles neighbours are sought; always within the article's language.",
  values: Object.fromEntries(SCOPES.map((scope) => [scope, { description: SCOPE_MEANINGS[scope] }])) as Record<
    (typeof SCOPES)[number],
    { description: string }
  >, // Object.fromEntries forgets the names
});

export const ArticleBy = builder.inputType('ArticleBy', {
  description: 'One way to name an article. Former slugs and paths are the business of `route`.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Global id, as its field `id` gives it.' }),
    slug: t.string({ description: 'Current slug; former ones find nothing.' }),
    path: t.string({ description: 'Current path, or full URL of which the path counts.' }),
  }),
});

const TermRef = builder.inputType('TermRef', {
  description:
    'One way to name an author, a topic or a section. One that does not exist is no error: it matches nothing.',
  isOneOf: true,
  fields: (t) => ({
    slug: t.string({ description: 'Current slug; former ones match nothing.' }),
    id: t.id({ description: 'Global id, as its field `id` gives it.' }),
  }),
});

const TermFilter = builder.inputType('TermFilter', {
  description: 'A condition on the terms of an article; its parts are ANDed. At most 20 values a list.',
  fields: (t) => ({
    any: t.field({ type: [TermRef], description: 'Has at least one of these; an empty list matches nothing.' }),
    all: t.field({ type: [TermRef], description: 'Has all of these; an empty list matches everything.' }),
    none: t.field({ type: [TermRef], description: 'Has none of these; an empty list matches everything.' }),
  }),
});

const SectionFilter = builder.inputType('SectionFilter', {
  description: "A condition on an article's sections.",
  fields: (t) => ({
    any: t.field({
      type: [TermRef],
      required: true,
      description: 'Stands in at least one of these; an empty list matches nothing. At most 20.',
    }),
    includeDescendants: t.boolean({
      required: true,
      defaultValue: true,
      description: 'Whether sections below them count, too.',
    }),
  }),
});

const TimeRange = builder.inputType('TimeRange', {
  description: 'A span of time; an end that is left out is open.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'The first instant that counts; null: since ever.' }),
    to: t.field({ type: 'DateTime', description: 'The first instant that counts no more; null: without end.' }),
  }),
});

export const ArticleFilter = builder.inputType('ArticleFilter', {
  description: 'Conditions on articles, ANDed; null or left out = no condition. At most 20 values a list.',
  fields: (t) => ({
    ids: t.idList({ description: 'Has one of these global ids; an empty list matches nothing.' }),
    section: t.field({ type: SectionFilter, description: 'Stands in one of these sections.' }),
    topics: t.field({ type: TermFilter, description: 'Has these topics.' }),
    authors: t.field({ type: TermFilter, description: 'Has these authors in the byline.' }),
    kinds: t.field({ type: [ArticleKind], description: 'Is of one of these kinds; an empty list matches nothing.' }),
    locales: t.field({
      type: ['Locale'],
      description:
        'Is written in one of these languages: en matches en-GB, en-GB does not match en. An empty list matches nothing.',
    }),
    publishedAt: t.field({ type: TimeRange, description: 'Has its public date in this span.' }),
    updatedAt: t.field({ type: TimeRange, description: 'Was last changed in this span.' }),
    hasLeadImage: t.boolean({ description: 'True: has a lead image; false: has none.' }),
  }),
});

const PAGE_MEANING = 'At most 100; 20 where neither first nor last is given.';
/** Arguments of a list that is walked in one direction. */
export function forwardArgs(t: PothosArgs) {
  return {
    first: t.arg.int({ description: `So many rows from the start, or behind \`after\`. ${PAGE_MEANING}` }),
    after: t.arg.string({
      description: 'The endCursor of the page before; one of another list is refused as BAD_CURSOR.',
    }),
  };
}
/** Arguments of a list of articles. */
export function articleListArgs(t: PothosArgs) {
  return {
    filter: t.arg({ type: ArticleFilter, description: 'Conditions that each article fulfils.' }),
    orderBy: t.arg({ type: ArticleOrder, required: true, defaultValue: 'NEWEST', description: 'In which order.' }),
    ...forwardArgs(t),
    last: t.arg.int({ description: `So many rows from the end, or before \`before\`. ${PAGE_MEANING}` }),
    before: t.arg.string({ description: 'The startCursor of the page behind; alone it means last: 20.' }),
  };
}
type PothosArgs = Pick<PothosSchemaTypes.QueryFieldBuilder<typeof builder.$inferSchemaTypes, object>, 'arg'>;
