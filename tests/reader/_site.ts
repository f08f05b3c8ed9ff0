import { beforeAll } from 'vitest';
import type { ImportedItem } from '#content/imported-item.ts';
import type { ItemSource } from '#content/write.ts';
import { type AppFixture, NOON, useApp } from '../_support/use-app.ts';

export interface SiteFixture {
  readonly fixture: AppFixture;
  /** GET of an address through the front door. */
  get(address: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The page there, each run of white space made one blank. */
  page(address: string): Promise<string>;
  /** What stands between the `<main>` tags of the page there. */
  main(address: string): Promise<string>;
}

/** An app over these items at noon of 1 March 2026, as the front door answers browsers. */
export function useSite(items: () => readonly ImportedItem[], source: ItemSource): SiteFixture {
  const fixture = useApp();
  beforeAll(async () => {
    fixture.setNow(NOON);
    await fixture.writer.write(items(), source);
  });
  const get: SiteFixture['get'] = (address, headers = {}) =>
    fixture.app.fetch(new Request(`http://app${address}`, { headers }));
  const page: SiteFixture['page'] = async (address) => (await (await get(address)).text()).replaceAll(/\s+/g, ' ');
  return {
    fixture,
    get,
    page,
    main: async (address) => /<main.*<\/main>/.exec(await page(address))?.[0] ?? '',
  };
}
