import { InvalidArgumentError } from 'commander';

/** Reads a whole number of these bounds, both included. */
export function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < from || number > to)
      throw new InvalidArgumentError(`A whole number from ${format(from)} to ${format(to)}.`);
    return number;
  };
}

function format(number: number): string {
  return number.toLocaleString('en');
}

/** Reads an instant. */
export function parseTime(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError('A time such as 2026-03-01T12:00:00Z.');
  return time;
}
