import { describe, expect, it } from 'vitest';
import { articleIngest, quotesOf } from '#content/article/article.ingest.ts';
import { parseLink } from '#content/article/links.ts';
import type { IngestContext } from '#content/content-type.ts';
import type { ArticleItem } from '#content/imported-item.ts';
import { articleItem, paragraph } from '../_support/make/items.ts';

const sections = new Map([
  ['news', { _id: 'news', slug: 'news', parentId: null }],
  ['local', { _id: 'local', slug: 'local', parentId: 'news' }],
  ['sport', { _id: 'sport', slug: 'sport', parentId: null }],
]);
const noticed: string[] = [];
const context: IngestContext = {
  id: 'x',
  site: { locale: 'en-GB', timeZone: 'UTC' },
  now: new Date('2026-04-01T00:00:00Z'),
  sections,
  resolve: (_type, ref) => ref,
  link: (url) => parseLink(url, new Set()),
  blindTo: new Set(),
  notice: (code) => void noticed.push(code),
};

function made(
  given: Partial<Omit<ArticleItem, 'type'>>,
): ReturnType<typeof fieldsOf> & ReturnType<typeof articleIngest.derive> {
  const fields = fieldsOf(given);
  return { ...fields, ...articleIngest.derive(fields, null, context, articleItem(given)) };
}
function fieldsOf(given: Partial<Omit<ArticleItem, 'type'>>) {
  const result = articleIngest.fields(articleItem(given), null, context);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe('an article', () => {
  it.each([
    ['named', { sections: ['local', 'sport'], mainSection: 'sport' }, ['sport', 'local'], ['sport', 'local', 'news']],
    ['the deepest', { sections: ['sport', 'local'] }, ['local', 'sport'], ['local', 'sport', 'news']],
    ['the first', { sections: ['sport', 'news'] }, ['sport', 'news'], ['sport', 'news']],
    ['none', {}, [], []],
  ])('has as main section %s', (_which, given, own, all) => {
    expect(made(given)).toMatchObject({ mainSectionId: own[0] ?? null, ownSectionIds: own, sectionIds: all });
  });

  it('cuts its lead from the excerpt, else the standfirst, else the body', () => {
    const body = [paragraph('From the <em>body</em>.')];
    expect(made({ body, excerpt: 'Excerpt.', standfirst: 'Standfirst.' }).lead).toBe('Excerpt.');
    expect(made({ body, standfirst: 'Standfirst.' }).lead).toBe('Standfirst.');
    expect(made({ body }).lead).toBe('From the body.');
    const picture = { url: '/i.jpg', alt: null, caption: 'The pier.', credit: 'Ida Quill', width: null, height: null };
    const pictured = { type: 'image' as const, image: picture };
    expect(made({ body: [pictured, ...body] }).lead).toBe('From the body.');
    expect(made({ body: [pictured] }).lead).toBe('The pier.\nIda Quill');
    expect(made({ excerpt: 'é'.repeat(3_000) }).lead).toHaveLength(1_200);
  });

  it('counts the words of its prose', () => {
    const code = { type: 'code' as const, code: 'let x', language: null };
    expect(made({ body: [paragraph('Three <b>words</b> here.'), code] }).wordCount).toBe(3);
  });

  it('gives equal blocks and images ids of their own that stay while the content does', () => {
    const image = { url: '/i.jpg', alt: null, caption: null, credit: null, width: null, height: null };
    const twice = made({ leadImage: image, body: [paragraph('Same.'), paragraph('Same.'), { type: 'image', image }] });
    const ids = twice.body.map(({ id }) => id);
    expect(ids[0]).toMatch(/^x-[0-9a-f]{8}-1$/);
    expect(ids[1]).toBe(ids[0]?.replace(/1$/, '2'));
    expect([twice.leadImage?.id, twice.body.at(2)]).toEqual([
      expect.stringMatching(/-1$/),
      expect.objectContaining({ image: expect.objectContaining({ id: expect.stringMatching(/-2$/) }) }),
    ]);
    expect(made({ body: [paragraph('New first.'), paragraph('Same.')] }).body[1]?.id).toBe(ids[0]);
  });

  it('takes the canonical form of its locale, and the site’s where it is none', () => {
    expect(made({ locale: 'de_at' })).toMatchObject({ locale: 'de-AT', lang: 'de' });
    expect(made({})).toMatchObject({ locale: 'en-GB', lang: 'en' });
    expect(made({ locale: '?!' }).locale).toBe('en-GB');
    expect(noticed).toContain('bad-locale');
  });

  it('falls back to its publication where no change is known', () => {
    expect(made({ publishedAt: '2026-01-02T03:04:05+01:00' })).toMatchObject({
      updatedAt: new Date('2026-01-02T02:04:05Z'),
      expiresAt: new Date('9999-12-31T00:00:00Z'),
      wasVisible: true,
    });
    expect(made({ publishedAt: '2026-12-24T00:00:00Z' }).wasVisible).toBe(false);
  });
});

describe('quotes', () => {
  it('are those of blocks and of paragraphs, in text order', () => {
    const quote = (text: string) => ({ text, speaker: null, source: null });
    const body = [
      { type: 'paragraph' as const, id: '1', html: 'He said “second  one” and, before, “first one”.' },
      { type: 'quote' as const, id: '2', quote: quote('In a block.') },
      { type: 'paragraph' as const, id: '3', html: '“last”' },
    ];
    const given = ['nowhere', 'last', 'first one', 'second one'].map(quote);
    expect(quotesOf(body, given).map(({ text }) => text)).toEqual([
      'second one',
      'first one',
      'In a block.',
      'last',
      'nowhere',
    ]);
  });
});
