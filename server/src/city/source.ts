/** Where a row of city data stands, so that every complaint can name file and line. */
export interface SourceLine {
  /** Relative to the folder that holds `cities/`, e.g. `cities/hami/units.tsv`. */
  readonly file: string;
  readonly line: number;
}

export type At<T> = T & { readonly at: SourceLine };

/** One broken row. A value, never an exception: the checker shows all of them at once. */
export interface Problem extends SourceLine {
  readonly reason: string;
}

export function problemAt(at: SourceLine, reason: string): Problem {
  return { file: at.file, line: at.line, reason };
}
