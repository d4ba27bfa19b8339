/** 锚点: what the log was, written down outside the database, line after line, never changed. */
export interface AnchorsPort {
  /** Whether anything is kept at all; a clock that can be moved leaves no anchors. */
  readonly isOn: boolean;
  /** Brings every place to what the first one says; one that was away has missed something. */
  level(): Promise<void>;
  /** From the first anchor on. Fails where the places they are kept at do not say the same. */
  lines(): Promise<readonly string[]>;
  /** Writes what an anchor speaks of, then the line itself, in every place; durable when it answers. */
  add(
    name: string,
    line: (digest: string, count: number) => string,
    records: Records,
  ): Promise<void>;
  /** What was written under that name. */
  records(name: string): Records;
}

export type Records = AsyncIterable<string>;

declare module '../../platform/context.ts' {
  interface Ports {
    anchors: AnchorsPort;
  }
}
