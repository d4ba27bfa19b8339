/** 留言: what clustering reads of one appeal. Whoever hands it in has already asked what may be read. */
export interface Message {
  readonly id: string;
  /** Who said it, by any key: only told apart, never shown. */
  readonly person: string;
  readonly title: string;
  readonly detail: string;
  readonly at: Date | null;
  readonly matter: string | null;
  /** Area code or name; a longer code lies inside a shorter one. */
  readonly area: string | null;
}
