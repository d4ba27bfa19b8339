/** What is wrong with what a peer sent, as docs/exchange.md answers it. */
export class ExchangeFault extends Error {
  override readonly name = 'ExchangeFault';
  readonly status: number;
  readonly code: string;
  readonly says: string;
  readonly more: Readonly<Record<string, string | number | readonly string[]>>;

  constructor(
    status: number,
    { code, says, ...more }: { code: string; says: string } & ExchangeFault['more'],
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.says = says;
    this.more = more;
  }
}

/** The body that is sent. */
export const faultBody = ({ code, says, more }: ExchangeFault): string =>
  JSON.stringify({ error: { code, message: says, ...more } });
