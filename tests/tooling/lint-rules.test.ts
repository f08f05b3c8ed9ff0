import { describe, expect, test } from 'vitest';
import { lint } from './lint.ts';

/** The rules that are broken, by file. */
async function rules(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await lint(files)).map(({ file, rule }) => `${file}: ${rule}`).sort();
}

describe('everywhere in src', () => {
  test.each(['src/app.ts', 'src/app/x.ts', 'src/lib/x.ts', 'src/content/topic/topic.ts', 'src/content/x.ts'])(
    '%s may not leave its folder by ../',
    async (file) => {
      expect(await lint({ [file]: "export { thing } from '../elsewhere/thing.ts';\n" })).toEqual([
        {
          file,
          line: 1,
          rule: 'no-restricted-imports',
          help: 'write #room/… so that the import names the room it enters',
        },
      ]);
    },
  );

  test('a cycle through imports of #room is refused, and one of types alone is not', async () => {
    const cycle = (word: string) => ({
      'src/app/one.ts': `${word} { Two } from '#app/two.ts';\nexport const one = 1;\n`,
      'src/app/two.ts': "import { one } from '#app/one.ts';\nexport const two = one;\nexport type Two = 2;\n",
    });
    expect(await rules(cycle('export'))).toEqual(['src/app/one.ts: no-cycle', 'src/app/two.ts: no-cycle']);
    expect(await rules(cycle('export type'))).toEqual([]);
  });

  test.each([
    ['any', 'export const take = (value: any): unknown => value;\n', 'no-explicit-any'],
    ['a non-null !', 'export const first = (list: readonly string[]): string => list[0]!;\n', 'no-non-null-assertion'],
    ['console', "export const say = (): void => console.log('x');\n", 'no-console'],
    ['process.env', 'export const port = (): string | undefined => process.env.PORT;\n', 'no-restricted-properties'],
    [
      'a value import of what is used as a type',
      "import { Thing } from './thing.ts';\nexport type Mine = Thing;\n",
      'consistent-type-imports',
    ],
  ])('%s is refused', async (_what, text, rule) => {
    expect(await rules({ 'src/content/x.ts': text })).toEqual([`src/content/x.ts: ${rule}`]);
  });

  test('config alone reads the environment; main, cli and the check of Node alone print', async () => {
    const print = "console.log('x');\n";
    expect(
      await rules({
        'src/config.ts': 'export const port = (): string | undefined => process.env.PORT;\n',
        'src/main.ts': print,
        'src/cli.ts': print,
        'src/cli/x.ts': print,
        'src/node-version.mjs': print,
      }),
    ).toEqual([]);
  });
});
