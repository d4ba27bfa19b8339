/** Where sentences for the operator go; the program's logger fits. */
export interface Log {
  info(sentence: string): void;
  warn(sentence: string): void;
}
