import { describe, expect, test } from 'vitest';
import { articleItem, ndjson } from '../_support/make/items.ts';
import { FULL_STORY, smallNewsroom } from './_newsroom.ts';
import { useSite } from './_site.ts';

const site = useSite(smallNewsroom, ndjson);

describe('every page', () => {
  test.each([
    ['/', 'The Estuary Post', '/harbour/full-story'],
    ['/section/harbour', 'Harbour – The Estuary Post', '<p class="standfirst">Ships and slips.</p>'],
    ['/section/city', 'City – The Estuary Post', '<a href="/section/harbour">Harbour</a>'],
    ['/topic/boats', 'Boats – The Estuary Post', '<p class="standfirst">What floats.</p>'],
    ['/author/ada', 'Ada Bell – The Estuary Post', '<p class="standfirst">Writes about boats.</p>'],
    ['/authors', 'Who writes here – The Estuary Post', '<a href="/author/ada">Ada Bell</a>'],
    ['/latest', 'Latest – The Estuary Post', '/harbour/older-story'],
    [
      '/search?q=middle',
      'Search: middle – The Estuary Post',
      '<a href="/harbour/middle-story">Headline of middle-story</a>',
    ],
    ['/search', 'Search – The Estuary Post', 'Write what you look for'],
    ['/search?q=zeppelin', 'Search: zeppelin – The Estuary Post', 'No story has these words.'],
    [FULL_STORY, '– The Estuary Post', 'Nothing here floats by itself.'],
    ['/harbour/full%2Dstory/', '– The Estuary Post', 'Nothing here floats by itself.'],
  ])('%s has its title and content', async (address, title, content) => {
    const response = await site.get(address);
    const page = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(/<title>(.*?)<\/title>/.exec(page)?.[1]).toContain(title);
    expect(page).toContain(content);
    // What a template makes of a mistake.
    expect(page.replaceAll(/<section class="query".*?<\/section>/gs, '')).not.toMatch(
      /undefined|\[object|NaN|>null|>false/,
    );
  });

  test('allows no script, no frame and no other host', async () => {
    const policy = (await site.get(FULL_STORY)).headers.get('content-security-policy');
    expect(policy).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  test('is not sent again to whoever has it', async () => {
    const etag = (await site.get('/topic/boats')).headers.get('etag') ?? '';
    const again = await site.get('/topic/boats', { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([304, '', 'no-cache']);
  });

  test('marks where in the navigation it stands', async () => {
    expect(await site.page('/section/city')).toContain('<a href="/section/city" aria-current="page">City</a>');
  });
});

describe('what lives elsewhere', () => {
  test.each([
    ['/2026/full', 301, FULL_STORY],
    ['/boats', 301, '/topic/boats'],
    ['/tickets', 302, 'https://tickets.example/harbour'],
    ['/old-ferry', 301, '/%D0%B3%D0%BE%D1%80%D0%BE%D0%B4/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC'],
  ])('%s is answered with %i', async (address, status, location) => {
    const response = await site.get(address);
    expect([response.status, response.headers.get('location')]).toEqual([status, location]);
  });

  test.each(['/closed', '/harbour/taken-down'])('%s is gone', async (address) => {
    await site.fixture.write([
      articleItem({ id: 'taken-down', slug: 'taken-down', sections: ['harbour'], status: 'archived' }),
    ]);
    const response = await site.get(address);
    expect([response.status, await response.text()]).toEqual([
      410,
      expect.stringContaining('This story is no longer here'),
    ]);
  });

  test.each(['/nothing', '/harbour/draft', '/%E0%A4%A', '/constructor', '/reader/other.css', '/latest?after=junk'])(
    '%s is not found, in a page',
    async (address) => {
      const response = await site.get(address);
      const page = await response.text();
      expect([response.status, page]).toEqual([404, expect.stringContaining('There is nothing here')]);
      expect(page).toContain('<meta name="robots" content="noindex" />');
    },
  );

  test('the gateway’s own addresses stay what they are', async () => {
    const answers = await Promise.all(
      ['/health', '/media/none.svg', '/graphql?query={site{name}}'].map((at) => site.get(at)),
    );
    expect(answers.map(({ status, headers }) => [status, headers.get('content-type')?.split(';')[0]])).toEqual([
      [200, 'application/json'],
      [404, 'application/json'],
      [200, 'application/json'],
    ]);
  });
});

test('a list is walked to its end by its links, each story met once', async () => {
  const many = Array.from({ length: 45 }, (_, index) =>
    articleItem({ id: `m${index}`, slug: `m${index}`, topics: ['boats'], publishedAt: '2026-01-01T00:00:00Z' }),
  );
  await site.fixture.write(many);
  const met: string[] = [];
  let next: string | undefined = '/topic/boats';
  while (next) {
    const main = await site.main(next);
    met.push(...[...main.matchAll(/<h2><a href="([^"]+)"/g)].map(([, path = '']) => path));
    next = /rel="next" href="([^"]+)"/.exec(main)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(met).toHaveLength(49);
  expect(new Set(met).size).toBe(49);
});

describe('see the query', () => {
  test('the document, the variables, the answer and the cost stand on the page', async () => {
    const page = await site.page(FULL_STORY);
    expect(page).toContain('query ArticlePageByPath($path: String!)');
    expect(page).toContain('{ &quot;path&quot;: &quot;/harbour/full-story&quot; }');
    expect(page).toContain('&quot;headline&quot;: &quot;Boat &lt;script&gt;');
    expect(page).toMatch(
      /<code>article-page-by-path<\/code><\/h3> <p class="meta"><span>\d+ commands<\/span><span>4 rounds<\/span>/,
    );
  });

  test('a link opens it in GraphiQL', async () => {
    const link = /<a class="button" href="(\/graphql\?[^"]+)">/.exec(await site.page('/topic/boats'))?.[1] ?? '';
    const asked = new URL(link.replaceAll('&amp;', '&'), 'http://app').searchParams;
    const answer = await site.fixture.execute(asked.get('query') ?? '', JSON.parse(asked.get('variables') ?? ''));
    expect([answer.errors, answer.data.route.__typename]).toEqual([undefined, 'Topic']);
  });

  test.each([
    ['/', ['section-front', 'article-cards', 'site-frame']],
    ['/section/harbour', ['article-page-by-path', 'site-frame', 'section-page']],
    ['/search?q=boat', ['search-results', 'site-frame']],
  ])('%s lists every operation it ran', async (address, names) => {
    const page = await site.page(address);
    expect([...page.matchAll(/<h3><code>([^<]+)/g)].map(([, name]) => name)).toEqual(names);
    expect(page).toContain(`${names.length} GraphQL operations`);
  });
});

test('files may be kept for a year under the address that pages give them, else they are asked for again', async () => {
  const address = /<link rel="stylesheet" href="([^"]+)"/.exec(await site.page('/'))?.[1] ?? '';
  const [versioned, plain] = await Promise.all([site.get(address), site.get('/reader/styles.css')]);
  expect([versioned.headers.get('cache-control'), plain.headers.get('cache-control')]).toEqual([
    'public, max-age=31536000, immutable',
    'no-cache',
  ]);
  expect(await versioned.text()).toMatch(/^\/\*[^]*@media print/);
});
