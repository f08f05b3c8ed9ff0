import type { Story } from '#related/story.ts';

/** A story with what a test does not care for left empty. */
export function makeStory(story: Partial<Story> = {}): Story {
  return { id: 's', title: '', body: '', lang: 'en', date: null, topics: [], sections: [], authors: [], ...story };
}
