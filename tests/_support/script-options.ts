import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * The options of a script beside the tests, `--help` among them: that prints the usage and ends the process. Whatever is wrong is said in a
 * sentence with the usage below it, and the exit status is 1. An option whose default is a whole number takes nothing else.
 */
export function scriptOptions<const Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  const end = (status: number, text: string): never => {
    (status === 0 ? console.log : console.error)(text);
    process.exit(status);
  };
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) return end(0, usage);
  try {
    const parsed = parseArgs(config);
    for (const [name, value] of Object.entries(parsed.values)) {
      const counts = /^\d+$/.test(String(config.options?.[name]?.default));
      if (counts && !/^\d+$/.test(String(value))) end(1, `--${name} takes a whole number\n\n${usage}`);
    }
    return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return end(1, `${error.message}\n\n${usage}`);
  }
}
