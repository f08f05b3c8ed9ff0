import { expect, test } from 'vitest';
import { createLog, describeError, logEvents } from '#log.ts';

test('a line is one JSON object with its time, level and event, and nothing of the machine', () => {
  const lines: string[] = [];
  const log = createLog('info', { pretty: false, destination: { write: (line) => void lines.push(line) } });
  log.debug({ port: 1 }, logEvents.started);
  log.info({ port: 4000 }, logEvents.started);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), port: 4000, event: 'started' },
  ]);
  expect(lines[0]?.endsWith('}\n')).toBe(true);
});

test('an error is described by name, message, code, stack and causes, without what else it carries', () => {
  const cause = Object.assign(new TypeError('deep'), { code: 'E7', document: 'secret-marker' });
  const error = new Error('high', { cause });
  expect(describeError(error)).toEqual({
    name: 'Error',
    message: 'high',
    stack: error.stack,
    cause: { name: 'TypeError', message: 'deep', code: 'E7', stack: cause.stack },
  });
  expect(describeError('words')).toEqual({ message: 'words' });
});

test('causes that go round end', () => {
  const error = new Error('round');
  error.cause = error;
  expect(JSON.stringify(describeError(error)).match(/"round"/g)).toHaveLength(9);
});
