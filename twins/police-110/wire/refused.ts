/** A no that the other side reads: a status, a code and one sentence that says what to do. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | null;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    about: { field?: string; more?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = about.field ?? null;
    this.more = about.more ?? {};
  }

  body(): object {
    const { code, message, field, more } = this;
    return { error: { code, message, ...(field === null ? {} : { field }), ...more } };
  }
}
