import { ContentError } from '#errors.ts';
import type { TermLookup, TermRef } from '#content/slug-reads.ts';
import type { ArticleKind } from './article.ts';

type Maybe<T> = T | null | undefined;
interface TermFilter {
  readonly any?: Maybe<readonly TermRef[]>;
  readonly all?: Maybe<readonly TermRef[]>;
  readonly none?: Maybe<readonly TermRef[]>;
}
interface TimeRange {
  readonly from?: Maybe<Date>;
  readonly to?: Maybe<Date>;
}
/** The GraphQL input `ArticleFilter`, coerced. */
export interface ArticleFilter {
  readonly ids?: Maybe<readonly string[]>;
  readonly section?: Maybe<{ readonly any: readonly TermRef[]; readonly includeDescendants: boolean }>;
  readonly topics?: Maybe<TermFilter>;
  readonly authors?: Maybe<TermFilter>;
  readonly kinds?: Maybe<readonly ArticleKind[]>;
  readonly locales?: Maybe<readonly string[]>;
  readonly publishedAt?: Maybe<TimeRange>;
  readonly updatedAt?: Maybe<TimeRange>;
  readonly hasLeadImage?: Maybe<boolean>;
}

/** How a filter's references become stored ids. */
export interface FilterLookup {
  readonly section: TermLookup;
  readonly topics: TermLookup;
  readonly authors: TermLookup;
  readonly articleId: (globalId: string) => string | null;
}

type Condition = Readonly<Record<string, unknown>>;
const NOTHING = null;
/** More than this in one list is refused. */
const MOST_VALUES = 20;

/** The conditions a filter stands for, all of which must hold; null where nothing can meet them. Throws BAD_USER_INPUT for a list too long. */
export async function conditionsOf(filter: ArticleFilter, lookup: FilterLookup): Promise<readonly Condition[] | null> {
  checkLengths(filter);
  const { ids, kinds, locales, section, hasLeadImage } = filter;
  const groups = await Promise.all([
    ids ? idCondition(ids, lookup) : [],
    section ? sectionCondition(section, lookup.section) : [],
    filter.topics ? termConditions('topicIds', filter.topics, lookup.topics) : [],
    filter.authors ? termConditions('authorIds', filter.authors, lookup.authors) : [],
    kinds ? oneOf('kind', kinds) : [],
    locales ? localeCondition(locales) : [],
    rangeCondition('publishedAt', filter.publishedAt),
    rangeCondition('updatedAt', filter.updatedAt),
    typeof hasLeadImage === 'boolean' ? [{ leadImage: hasLeadImage ? { $ne: null } : null }] : [],
  ]);
  return groups.some((group) => group === NOTHING) ? NOTHING : groups.flatMap((group) => group ?? []);
}

function checkLengths(filter: ArticleFilter): void {
  const lists = {
    ids: filter.ids,
    'section.any': filter.section?.any,
    'topics.any': filter.topics?.any,
    'topics.all': filter.topics?.all,
    'topics.none': filter.topics?.none,
    'authors.any': filter.authors?.any,
    'authors.all': filter.authors?.all,
    'authors.none': filter.authors?.none,
    kinds: filter.kinds,
    locales: filter.locales,
  };
  for (const [name, list] of Object.entries(lists))
    if (list && list.length > MOST_VALUES)
      throw new ContentError('BAD_USER_INPUT', `filter.${name}: at most ${MOST_VALUES} values`);
}

type Conditions = readonly Condition[] | null;

/** A value equal to one of these; none of them can be met by nothing. */
function oneOf(property: string, values: readonly unknown[]): Conditions {
  if (values.length === 0) return NOTHING;
  return [{ [property]: values.length === 1 ? values[0] : { $in: [...values] } }];
}

function idCondition(ids: readonly string[], { articleId }: FilterLookup): Conditions {
  return oneOf(
    '_id',
    ids.map(articleId).filter((id) => id !== null),
  );
}

async function sectionCondition(
  { any, includeDescendants }: { readonly any: readonly TermRef[]; readonly includeDescendants: boolean },
  lookup: TermLookup,
): Promise<Conditions> {
  const ids = (await lookup(any)).filter((id) => id !== null);
  return oneOf(includeDescendants ? 'sectionIds' : 'ownSectionIds', ids);
}

async function termConditions(
  property: string,
  { any, all, none }: TermFilter,
  lookup: TermLookup,
): Promise<Conditions> {
  const [anyIds, allIds, noneIds] = await Promise.all([any, all, none].map((refs) => lookup(refs ?? [])));
  const known = (ids: readonly (string | null)[] = []) => ids.filter((id) => id !== null);
  const matched = any ? oneOf(property, known(anyIds)) : [];
  if (matched === NOTHING || allIds?.includes(null)) return NOTHING;
  return [
    ...matched,
    ...known(allIds).map((id) => ({ [property]: id })),
    ...(known(noneIds).length > 0 ? [{ [property]: { $nin: known(noneIds) } }] : []),
  ];
}

/** `en` matches `en` and `en-GB`; `en-GB` matches itself and what is more special. */
function localeCondition(locales: readonly string[]): Conditions {
  if (locales.length === 0) return NOTHING;
  const languages = locales.filter((locale) => !locale.includes('-'));
  const regional = locales.filter((locale) => locale.includes('-'));
  const either: Condition[] = [
    ...(languages.length > 0 ? [{ lang: languages.length === 1 ? languages[0] : { $in: languages } }] : []),
    ...regional.flatMap((locale) => [{ locale }, { locale: { $gte: `${locale}-`, $lt: `${locale}.` } }]), // '.' follows '-'
  ];
  return either.length === 1 ? either : [{ $or: either }];
}

function rangeCondition(property: string, range: Maybe<TimeRange>): Conditions {
  const { from, to } = range ?? {};
  if (!from && !to) return [];
  return [{ [property]: { ...(from ? { $gte: from } : {}), ...(to ? { $lt: to } : {}) } }];
}
