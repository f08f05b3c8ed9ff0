import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '#app/serve.ts';
import { seedItems, seedSource } from '#ingest/seed/seed.ts';
import { launchChromium, noChromium } from '../_support/chromium.ts';
import { NOON } from '../_support/use-app.ts';
import { useSite } from './_site.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
const DESKTOP = { viewport: { width: 1280, height: 900 } } as const;

interface Seen {
  readonly page: Page;
  /** Errors of the console and of the page. */
  readonly trouble: string[];
  /** Origins that were asked for anything. */
  readonly asked: Set<string>;
}

/** Needs a browser at CHROMIUM (/usr/bin/chromium where that is not set). */
describe.skipIf(noChromium)('the news site in Chromium (where there is one)', { timeout: 60_000 }, () => {
  const site = useSite(() => seedItems(NOON), seedSource);
  let browser: Browser;
  let server: Served;
  beforeAll(async () => {
    server = await serve(site.fixture.app, { port: 0, host: '127.0.0.1' });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop(0);
  });

  async function open(address: string, options: BrowserContextOptions = DESKTOP): Promise<Seen> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const seen: Seen = { page, trouble: [], asked: new Set() };
    page.on('pageerror', (error) => seen.trouble.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && seen.trouble.push(message.text())));
    page.on('request', (request) => seen.asked.add(new URL(request.url()).origin));
    await page.goto(`${server.url}${address}`);
    return seen;
  }

  /** What axe objects to, one line each; its script comes through the debugger, which no policy of the page stops. */
  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    const run = `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`;
    return page.evaluate<readonly string[]>(run);
  }

  /** What is wrong with a page, by day on a desk and by night on a phone; with everything unfolded and every picture asked for. */
  async function complaints(address: string): Promise<readonly string[]> {
    const all: string[] = [];
    for (const options of [
      { ...DESKTOP, colorScheme: 'light' },
      { ...PHONE, colorScheme: 'dark' },
    ] as const) {
      const { page, trouble, asked } = await open(address, options);
      await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; });
        document.querySelectorAll('img').forEach((one) => { one.loading = 'eager'; })`);
      await page.evaluate(
        `Promise.all([...document.images].map((one) => one.complete || new Promise((done) => { one.onload = one.onerror = done; })))`,
      );
      const broken = await page.evaluate<readonly string[]>(
        `[...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => 'broken: ' + src)`,
      );
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      const wide = width > options.viewport.width ? [`wider than the screen: ${width}`] : [];
      const elsewhere = [...asked].filter((origin) => origin !== server.url);
      all.push(...(await violations(page)), ...trouble, ...broken, ...wide, ...elsewhere);
      await page.context().close();
    }
    return all;
  }

  /** Stories that together have every kind of block. */
  async function storiesWithEveryBlock(): Promise<readonly string[]> {
    const { data } = await site.fixture.execute('{ articles(first: 100) { nodes { path body { __typename } } } }');
    // The document above asks for exactly this.
    const stories = data.articles.nodes as readonly { path: string; body: readonly { __typename: string }[] }[];
    const kinds = ({ body }: (typeof stories)[number]): number =>
      new Set(body.map(({ __typename }) => __typename)).size;
    const met = new Set<string>();
    const chosen = stories
      .toSorted((a, b) => kinds(b) - kinds(a))
      .filter(({ body }) => {
        const fresh = body.filter(({ __typename }) => !met.has(__typename));
        for (const { __typename } of fresh) met.add(__typename);
        return fresh.length > 0;
      });
    expect(met.size).toBe(14);
    return chosen.map(({ path }) => path);
  }

  test.each([
    '/',
    '/latest',
    '/authors',
    '/search?q=ferry',
    '/section/harbour',
    '/topic/ferries',
    '/author/imogen-tarrow',
  ])('%s is accessible, fits a phone, logs no error and asks no other host', async (address) => {
    expect(await complaints(address)).toEqual([]);
  });

  test('so are stories with every kind of block', async () => {
    for (const path of await storiesWithEveryBlock()) expect([path, ...(await complaints(path))]).toEqual([path]);
  }, 180_000);

  test('a page that is missing is accessible too', async () => {
    const { page } = await open('/nothing', PHONE);
    expect(await violations(page)).toEqual([]);
  });

  test('it is light by day, dark by night, and white on paper', async () => {
    const grounds: string[] = [];
    for (const [colorScheme, media] of [
      ['light', 'screen'],
      ['dark', 'screen'],
      ['dark', 'print'],
    ] as const) {
      const { page } = await open('/', { ...DESKTOP, colorScheme });
      await page.emulateMedia({ media, colorScheme });
      grounds.push(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'));
    }
    expect(grounds).toEqual(['rgb(252, 251, 248)', 'rgb(21, 22, 21)', 'rgb(252, 251, 248)']);
  });

  test('the keyboard skips to the content, and the focus is always seen', async () => {
    const { page } = await open('/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    // Its place, not its existence: it stands above the page until it has the focus.
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('page-main');
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<readonly [boolean, string]>(
      `[document.querySelector('main').contains(document.activeElement), getComputedStyle(document.activeElement).outlineStyle]`,
    );
    expect(focused).toEqual([true, 'solid']);
  });

  test('without JavaScript a story is found, read, and its query unfolded', async () => {
    const { page } = await open('/', { ...PHONE, javaScriptEnabled: false });
    await page.getByRole('searchbox', { name: 'Search stories' }).fill('ferry');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=ferry');
    const first = page.locator('main .card h2 a').first();
    const headline = await first.innerText();
    await first.click();
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();
    await page.getByText('Document and variables').first().press('Enter');
    const document = page.getByText('query ArticlePageByPath');
    await document.waitFor();
    expect(await document.isVisible()).toBe(true);
  });

  test('films and sounds of stories play', async () => {
    const { data } = await site.fixture.execute(
      '{ articles(first: 100) { nodes { path body { ... on VideoBlock { video { url } } ... on AudioBlock { audio { url } } } } } }',
    );
    // The document above asks for exactly this.
    const stories = data.articles.nodes as readonly {
      path: string;
      body: readonly Record<string, { url: string }>[];
    }[];
    const playing = stories.filter(({ body }) =>
      body.some(({ video, audio }) => (video ?? audio)?.url.includes('/media/')),
    );
    expect(playing.length).toBe(5);
    for (const { path } of playing) {
      const { page } = await open(path);
      const seconds = await page.evaluate<number>(`(async () => {
        const medium = document.querySelector('video, audio');
        medium.muted = true;
        await medium.play();
        return medium.duration;
      })()`);
      expect([path, seconds > 5]).toEqual([path, true]);
    }
  });

  test('one click opens the query in GraphiQL, where it runs, also for one who was there before', async () => {
    const { page } = await open('/');
    for (const [slug, name] of [
      ['ferries', 'Ferries'],
      ['theatre', 'Theatre'],
    ] as const) {
      await page.goto(`${server.url}/topic/${slug}`);
      await page.getByRole('link', { name: 'Open topic-page in GraphiQL' }).click();
      await page.locator('.graphiql-execute-button').click();
      const answer = page.locator('.result-window').filter({ hasText: '"topic"' });
      // The editor writes blanks that do not break.
      expect((await answer.innerText()).replaceAll(/\s+/g, ' ')).toContain(`"name": "${name}"`);
    }
  });
});
