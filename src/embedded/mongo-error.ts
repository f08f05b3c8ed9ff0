import type { Document } from 'bson';

/** An error as MongoDB would answer it; anything else that is thrown is a defect of ours and answered as code 8. */
export class MongoError extends Error {
  override readonly name = 'MongoError';
  readonly code: number;
  readonly codeName: string;
  /** Further fields of the reply: keyPattern, keyValue, errInfo, errorLabels. */
  readonly extra: Document;

  constructor(code: number, codeName: string, message: string, extra: Document = {}) {
    super(message);
    this.code = code;
    this.codeName = codeName;
    this.extra = extra;
  }
}

/** Error 2: a value that an operator cannot take. */
export const badValue = (message: string): MongoError => new MongoError(2, 'BadValue', message);

/** Error 9: a command or update that is not well-formed. */
export const failedToParse = (message: string): MongoError => new MongoError(9, 'FailedToParse', message);

/** Error 14: a value of the wrong type. */
export const typeMismatch = (message: string): MongoError => new MongoError(14, 'TypeMismatch', message);

/** For numbered assertions of MongoDB, whose name is made of the number. */
export const located = (code: number, message: string): MongoError => new MongoError(code, `Location${code}`, message);

/** What a real MongoDB can and this server cannot: always said, never ignored. */
export const notSupported = (what: string, code = 238): MongoError =>
  new MongoError(
    code,
    code === 238 ? 'NotImplemented' : 'BadValue',
    `${what} is not supported by the embedded database`,
  );

/** Error 112; drivers begin the transaction again. */
export const writeConflict = (): MongoError =>
  new MongoError(
    112,
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
  );
