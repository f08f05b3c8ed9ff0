import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATH = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** True where browser tests cannot run and need not: no Chromium at `CHROMIUM`, and no `REQUIRE_CHROMIUM=1`. */
export const noChromium = !existsSync(PATH) && process.env['REQUIRE_CHROMIUM'] !== '1';

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: PATH, args: ['--no-sandbox'] });
}
