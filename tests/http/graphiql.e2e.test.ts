import { expect, test } from 'vitest';
import { launchChromium, noChromium } from '../_support/chromium.ts';
import { onSocket, smallGateway } from './_gateway.ts';

const tabs = [
  { name: 'Sum', document: '# Adds two numbers\nquery Sum($a: Int!) { sum(a: $a, b: 2) }', variables: '{ "a": 40 }' },
  { name: 'Again', document: '# Adds two other numbers\nquery Again { sum(a: 1, b: 1) }' },
  { name: 'Fine', document: '# Says that all is fine\nquery Fine { ok }' },
];

test.skipIf(noChromium)(
  'GraphiQL runs its tabs in Chromium (where there is one) and asks nobody but this server',
  async () => {
    await onSocket(smallGateway({ graphiql: true, tabs }), async (origin) => {
      await using browser = await launchChromium();
      const page = await browser.newPage();
      page.setDefaultTimeout(10_000);
      const trouble: string[] = [];
      const asked = new Set<string>();
      page.on('pageerror', (error) => trouble.push(error.message));
      page.on('console', (message) => void (message.type() === 'error' && trouble.push(message.text())));
      page.on('request', (request) => asked.add(new URL(request.url().replace(/^blob:/, '')).origin));

      // GraphiQL learns which operations a tab has a moment after it has opened it.
      const run = (answer: string): Promise<void> =>
        expect
          .poll(
            async () => {
              await page.locator('.graphiql-execute-button').click();
              const shown = page.locator('.result-window').filter({ hasText: answer });
              return shown.waitFor({ timeout: 1_000 }).then(
                () => true,
                () => false,
              );
            },
            { timeout: 15_000 },
          )
          .toBe(true);

      await page.goto(`${origin}/graphql`);
      await run('"sum": 42');
      // One click is enough, also for a tab between others.
      await page.getByRole('tab', { name: 'Again' }).click();
      await page.locator('.graphiql-query-editor').filter({ hasText: 'two other numbers' }).waitFor();
      await run('"sum": 2');
      await page.getByRole('tab', { name: 'Sum' }).click();
      await page.locator('.graphiql-query-editor').filter({ hasText: 'Adds two numbers' }).waitFor();
      await run('"sum": 42');
      // A visit later everything is where it was left.
      const left = `JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}')`;
      await expect.poll(() => page.evaluate(`JSON.stringify(${left})`)).toContain('40');
      await expect.poll(() => page.evaluate(`${left}.activeTabIndex`)).toBe(0);
      await page.reload();
      await run('"sum": 42');
      expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Sum', 'Again', 'Fine']);

      expect(trouble).toEqual([]);
      expect([...asked]).toEqual([origin]);
    });
  },
);
