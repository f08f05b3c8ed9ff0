import { describe, expect, it } from 'vitest';
import { articleFrom, meta, post, read, wxr } from './wxr-text.ts';

/** A page as news sites write it in the classic editor: standfirst with its credit, attributed statements, a line that sends readers on. */
const PARAGRAPHS = [
  'Monday’s talks went on for five hours in the harbour office of Port Sable. The next round will be held on the island of Marram in the coming days…reports Saltmarsh Lite News',
  'Both councils have found points that could be agreed upon, and will return for more talks, the delegations told reporters after Monday’s meeting, Harbour Radio reported.',
  'The main purpose was a truce over the oyster beds, said Ida Quill, adviser to Mayor Mara Holt.',
  'The two sides have named a number of topics, on which “certain solutions have been outlined”, she added.',
  '“We have waited two long winters for this day,” Tom Reyes, harbour master of Marram, told Reuters.',
  'The beds belong to all of us, Reyes said.',
  '<strong>ALSO READ: <a href="https://gazette.example/2024/05/oysters-return/">Oysters return to the outer bank</a></strong>',
];

it('an article page comes out whole: each part as what it is, and no word of the body lost', async () => {
  const article = await articleFrom(
    { 'content:encoded': `<![CDATA[${PARAGRAPHS.join('\n\n')}]]>`, title: 'No headway in oyster talks' },
    meta('byline', 'By Ida Marsh and Tom Fell, Reuters'),
  );
  expect(article).toMatchObject({
    headline: 'No headway in oyster talks',
    standfirst:
      'Monday’s talks went on for five hours in the harbour office of Port Sable. The next round will be held on the island of Marram in the coming days',
    creditLine: 'reports Saltmarsh Lite News',
    byline: 'By Ida Marsh and Tom Fell, Reuters',
    authors: ['ida-marsh', 'tom-fell'],
    quotes: [
      { text: 'certain solutions have been outlined', speaker: null, source: null },
      {
        text: 'We have waited two long winters for this day',
        speaker: 'Tom Reyes',
        source: { name: 'Reuters', url: null },
      },
    ],
    sources: [{ name: 'Reuters' }, { name: 'Harbour Radio' }],
  });
  expect(article.body).toEqual([
    ...PARAGRAPHS.slice(0, -1).map((html) => ({ type: 'paragraph', html })),
    {
      type: 'read-also',
      link: { label: 'ALSO READ', title: 'Oysters return to the outer bank', url: '/2024/05/oysters-return/' },
    },
  ]);
});

describe('the standfirst of a post without an excerpt', () => {
  const standfirstOf = async (...paragraphs: readonly string[]): Promise<readonly (string | null)[]> => {
    const { standfirst, creditLine } = await articleFrom({
      'content:encoded': `<![CDATA[${paragraphs.join('\n\n')}]]>`,
    });
    return [standfirst, creditLine];
  };
  it('is a first paragraph that ends in who reports', async () => {
    expect(await standfirstOf('Talks go on….reports Harbour Wire', 'The councils met.')).toEqual([
      'Talks go on',
      'reports Harbour Wire',
    ]);
  });
  it('is no other paragraph, nor all that there is', async () => {
    expect(await standfirstOf('Talks go on. — Ida Quill', 'The councils met.')).toEqual([null, 'Ida Quill']);
    expect(await standfirstOf('Talks go on…reports Harbour Wire')).toEqual([null, 'reports Harbour Wire']);
    expect(await standfirstOf('The councils met.', 'Talks go on…reports Harbour Wire')).toEqual([null, null]);
  });
  it('is the excerpt where there is one', async () => {
    const { articles } = await read(
      wxr([
        post({
          'excerpt:encoded': '<![CDATA[The councils of Saltmarsh and Marram talk.]]>',
          'content:encoded': '<![CDATA[Talks go on…reports Harbour Wire\n\nThe councils met.]]>',
        }),
      ]),
    );
    expect(articles[0]).toMatchObject({
      standfirst: 'The councils of Saltmarsh and Marram talk.',
      creditLine: 'reports Harbour Wire',
    });
  });
});
