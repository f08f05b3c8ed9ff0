/** What is known of an article when it is compared. */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** Plain text; '' where there is only a headline. */
  readonly body: string;
  /** Primary language subtag. */
  readonly lang: string;
  /** Milliseconds since 1970; null where it is not known. */
  readonly date: number | null;
  readonly topics: readonly string[];
  readonly sections: readonly string[];
  readonly authors: readonly string[];
}
