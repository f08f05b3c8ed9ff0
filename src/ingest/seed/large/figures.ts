/**
 * What the large newsroom looks like. "Measured" figures were counted in public sets of news text (HuffPost 2018-22, BBC 2004-05, Reuters 1987,
 * 18F's blog, magazine themes' demo exports); "published" ones are what large papers tell of themselves; the rest was chosen between them.
 */

/** The figures describe eight years with about a million articles; a newsroom of fewer is its newest part. */
export const YEARS = 8;
/** Published: between a national daily of about 230 a day and one of 500 staff stories a day. */
export const ARTICLES_PER_DAY = { firstYear: 230, lastYear: 500 } as const;
/** Published: a large site's weekend next to its weekdays. */
export const WEEKEND_FACTOR = 0.68;
/** Measured: share of each hour of the day, from 00 UTC on, in the times of a news wire. */
export const HOUR_SHARES: readonly number[] = [
  0.0091, 0.0103, 0.0099, 0.0158, 0.023, 0.0281, 0.0271, 0.0367, 0.0501, 0.0711, 0.0908, 0.1023, 0.089, 0.0841, 0.0703,
  0.0772, 0.0813, 0.0543, 0.037, 0.0104, 0.0039, 0.0046, 0.0055, 0.0083,
];

/** Measured exponents are 0.75 to 1.19. */
export const AUTHORS = { count: 6_000, zipf: 0.95 } as const;
/** Measured: share of articles with 0, 1, 2, … authors. */
export const AUTHORS_PER_ARTICLE: readonly number[] = [0.06, 0.8, 0.11, 0.025, 0.005];
/** Of all articles, those under an agency's name; the larger of two agencies has three of five of them. */
export const AGENCY_SHARE = 0.15;

/** Measured: the top section of 29 holds a third of the articles. */
export const SECTION_ZIPF = 1.3;

/** 40,000 topics, a fifth of which occur on one article only. The offset keeps the commonest on at most 12 % of the articles. */
export const TOPICS = { shared: 32_000, zipf: 1.1, zipfOffset: 5, once: 8_000, perArticles: 1_000_000 } as const;
/** Share of articles with 0, 1, 2, … topics; published: 3.2 to 5.2 on average. */
export const TOPICS_PER_ARTICLE: readonly number[] = [
  0.05, 0.08, 0.13, 0.18, 0.17, 0.15, 0.1, 0.034, 0.033, 0.033, 0.005, 0.005, 0.005, 0.005, 0.005, 0.005, 0.005, 0.005,
];

/** Between measured medians of 326 (BBC) and 801 (US outlets). */
export const BODY_WORDS = { median: 520, sigma: 0.75, least: 40, most: 12_000 } as const;
/** Measured: HuffPost's median is 70. */
export const HEADLINE_CHARACTERS = { mean: 69, deviation: 17 } as const;

/** Share of articles whose event is told once; the others' events have 2 + Zipf(1.7) articles. */
export const SINGLE_SHARE = 0.55;
export const CLUSTER = { zipf: 1.7, most: 400 } as const;
/** Log-normal: 95 % of the stories end within 30 days. */
export const LIFETIME_DAYS = { median: 2, sigma: 1.65, most: 365 } as const;
/** Stories that never end (a war, a trial, a league), and the share of articles about one of them. */
export const RUNNING = { stories: 50, share: 0.06 } as const;

/** The same text again: under another headline with an agency's name, and as a corrected reprint. */
export const COPIES = { wire: 0.08, corrected: 0.01 } as const;

/** Measured: nine of ten articles of magazine sites have a lead image. */
export const IMAGES = { leadShare: 0.9, perBody: 1.6 } as const;

/** Hard cases, as shares of all articles: 10,000 bare, 2,000 in one minute, 200 in the future and 2,000 in other scripts of a million. */
export const HARD_CASES = { bare: 0.01, oneMinute: 0.002, future: 0.0002, otherScript: 0.002 } as const;
