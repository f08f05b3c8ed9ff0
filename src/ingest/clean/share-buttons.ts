import type { Document } from 'domhandler';
import { removeElement } from 'domutils';
import { elementsBelow, hasClass, textOf } from './dom.ts';
import { SHARE_CLASSES } from './share-buttons.data.ts';

/** Longer than the labels of any row of buttons: what says more is a text, whatever its class. */
const MAX_TEXT = 200;

/** Takes the buttons for sharing a story out of a document, and tells how many rows of them there were. */
export function dropShareButtons(document: Document): number {
  const rows = elementsBelow(document, (one) => hasClass(one, SHARE_CLASSES) && textOf(one).length <= MAX_TEXT);
  for (const row of rows) removeElement(row);
  return rows.length;
}
