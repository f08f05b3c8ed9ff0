import { describe, expect, test } from 'vitest';
import type { Article, Block } from '#reader/answers.ts';
import { pageAnswer, redirectAnswer } from '#reader/answer.ts';
import { createKit } from '#reader/kit.ts';
import { articlePage } from '#reader/pages/article.ts';
import { block, nestedList } from '#reader/parts/blocks.ts';

const SITE = { name: 'Post', url: 'https://post.example', locale: 'en-GB', timeZone: 'Europe/Athens' };
const NOW = new Date('2026-03-01T12:00:00Z');
const kit = createKit(SITE, NOW);
const flat = (text: string): string => text.replaceAll(/\s*\n\s*/g, '');

describe('a block', () => {
  test('of a type that is not known yet is shown by its text', () => {
    const future: unknown = { __typename: 'MapBlock', id: 'x', text: 'A map of <Marram>' };
    expect(block(future as Block, kit).text).toBe('<p>A map of &lt;Marram&gt;</p>');
  });

  test('of code keeps its lines', () => {
    const code: Block = { __typename: 'CodeBlock', id: 'x', text: '', code: 'a\n  b', language: null };
    expect(block(code, kit).text).toContain('<code>a\n  b</code>');
  });

  test('with a film on another page is a link, not a player', () => {
    const video = { url: 'https://films.example/watch?v=1', title: 'Film', caption: null, poster: null };
    const text = block({ __typename: 'VideoBlock', id: 'x', text: '', video }, kit).text;
    expect(text).toContain('<a href="https://films.example/watch?v=1" rel="noopener">Film</a>');
    expect(text).not.toContain('<video');
  });

  test('links that name this site stay here', () => {
    const html = '<a href="https://post.example/a">a</a> <a href="https://post.example.evil/b">b</a>';
    expect(block({ __typename: 'ParagraphBlock', id: 'x', text: '', html }, kit).text).toBe(
      '<p><a href="/a">a</a> <a href="https://post.example.evil/b">b</a></p>',
    );
  });
});

describe('a list', () => {
  const items = (...levels: readonly number[]) => levels.map((level, index) => ({ level, html: String(index) }));
  test.each([
    [[0, 0], '<ul><li>0</li><li>1</li></ul>'],
    [[0, 1, 1, 0], '<ul><li>0<ul><li>1</li><li>2</li></ul></li><li>3</li></ul>'],
    [[0, 2, 1], '<ul><li>0<ul><li><ul><li>1</li></ul></li><li>2</li></ul></li></ul>'],
    [[3, 3], '<ul><li>0</li><li>1</li></ul>'],
    [[1, 0], '<ul><li><ul><li>0</li></ul></li><li>1</li></ul>'],
  ])('of levels %j nests', (levels, expected) => {
    expect(flat(nestedList(items(...levels), false, kit)?.text ?? '')).toBe(expected);
  });
});

describe('times and addresses', () => {
  test('are those of the site', () => {
    expect(kit.dateTime('2026-02-28T23:30:00Z')).toBe('1 March 2026 at 01:30');
    expect(
      ['2026-02-28T23:30:00Z', '2026-02-28T21:30:00Z', '2025-02-28T12:00:00Z'].map((iso) => kit.brief(iso)),
    ).toEqual(['01:30', '28 February', '28 February 2025']);
  });

  test('a locale or zone that nobody knows does no harm', () => {
    const odd = createKit({ ...SITE, locale: 'en_GB!', timeZone: 'Mars/Olympus' }, NOW);
    expect(odd.dateTime('2026-02-28T23:30:00Z')).toBe('February 28, 2026 at 11:30 PM');
  });

  test('media of this site come from here, those of others from where they are', () => {
    expect(
      [
        'https://post.example/media/a.svg',
        'https://post.example/wp-content/a.jpg',
        'https://cdn.example/media/a.svg',
      ].map((url) => kit.media(url)),
    ).toEqual(['/media/a.svg', 'https://post.example/wp-content/a.jpg', 'https://cdn.example/media/a.svg']);
  });
});

describe('an answer', () => {
  const request = { target: '/', header: () => null };

  test('lets pictures and sounds come from the hosts that the page names, and from no others', () => {
    const page =
      '<img src="https://cdn.example/a.jpg" alt=""><audio src="https://sound.example:8443/a.mp3"></audio><a href="https://link.example">';
    const policy = pageAnswer(request, 200, page).headers['content-security-policy'];
    expect(policy).toContain("img-src 'self' https://cdn.example; media-src 'self' https://sound.example:8443;");
    expect(policy).not.toContain('link.example');
  });

  test.each([
    ['/a b?x=1#y', '/a%20b?x=1#y'],
    ['/паром', '/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC'],
    ['https://a.example/x\r\nset-cookie: y', 'https://a.example/xset-cookie:%20y'],
  ])('sends on to %j', (to, location) => {
    expect(redirectAnswer(to, true)).toMatchObject({ status: 301, headers: { location } });
  });

  test('never sends on to a script', () => {
    expect(() => redirectAnswer('javascript:alert(1)', true)).toThrow(TypeError);
  });
});

test('what else to read stands below a story whose body could not be read, and in the body otherwise', () => {
  const link = { label: 'ALSO READ', title: 'Older', url: 'https://tidings.example/older', article: null };
  const story: Article = {
    __typename: 'Article',
    headline: 'Boats',
    path: '/boats',
    canonicalUrl: 'https://tidings.example/boats',
    locale: 'en-GB',
    kind: 'NEWS',
    kicker: null,
    standfirst: null,
    creditLine: null,
    byline: null,
    publishedAt: '2026-03-01T09:00:00.000Z',
    updatedAt: '2026-03-01T09:00:00.000Z',
    readingTime: { minutes: 1, iso: 'PT1M' },
    authors: null,
    breadcrumbs: null,
    topics: null,
    body: [{ __typename: 'ReadAlsoBlock', id: 'b', text: 'ALSO READ: Older', link }],
    quotes: null,
    sources: null,
    alsoRead: [link],
    previous: null,
    next: null,
    latest: null,
    related: null,
    seo: { title: 'Boats', description: '', noindex: false },
  };
  const shown = (body: Article['body']): number =>
    articlePage({ ...story, body }, null, kit).main.text.split('>Older</a>').length - 1;
  expect([shown(story.body), shown(null)]).toEqual([1, 1]);
  expect(articlePage({ ...story, body: null }, null, kit).main.text).toContain('could not be read');
});
