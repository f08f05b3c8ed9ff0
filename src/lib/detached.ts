/** The same text with memory of its own: a part of a longer text otherwise keeps the whole of that in memory for as long as it lives. */
export function detached(text: string): string {
  // Shorter parts are copied by V8 itself.
  if (text.length < 13) return text;
  const bytes = Buffer.from(text, 'latin1').toString('latin1');
  // A byte a character where that is enough; no encoding but the other one keeps halves of pairs, which foreign texts may hold.
  return bytes === text ? bytes : Buffer.from(text, 'utf16le').toString('utf16le');
}
