import { MongoNetworkError, MongoServerError } from 'mongodb';
import { expect, it } from 'vitest';
import { databaseFailure } from '#cli/database-failure.ts';

it.each([
  [new MongoServerError({ message: 'the disk is full', code: 14_031 }), /^No space is left/],
  [new MongoServerError({ message: 'cursor id 5 not found', code: 43 }), /^The database went away/],
  [
    Object.assign(new Error('connection 3 to 127.0.0.1:1 closed'), { name: 'MongoBulkWriteError' }),
    /^The database went away/,
  ],
  [new Error('a write', { cause: new MongoNetworkError('closed') }), /^The database went away/],
  [new SuppressedError(new MongoNetworkError('closed'), new Error('first')), /^The database went away/],
  [new SuppressedError(new Error('second'), new MongoNetworkError('closed')), /^The database went away/],
])('%s is told in a sentence', (error, said) => {
  expect(databaseFailure(error)?.message).toMatch(said);
});

it('says nothing of other failures', () => {
  expect([databaseFailure(new TypeError('x')), databaseFailure('x')]).toEqual([null, null]);
});
