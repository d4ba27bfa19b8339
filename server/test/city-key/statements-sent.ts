import pg from 'pg';

/**
 * Every statement any connection of this process sends from now on, as it is sent: its text, each once. Given back what was
 * there before by `stop`.
 */
export function statementsSent(): { readonly texts: ReadonlySet<string>; stop(): void } {
  const texts = new Set<string>();
  const { query } = pg.Client.prototype;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...args: unknown[]): unknown {
      const text = textOf(args[0]);
      if (text !== null) texts.add(text);
      return Reflect.apply(query, this, args);
    },
  });
  return { texts, stop: () => void Object.assign(pg.Client.prototype, { query }) };
}

function textOf(asked: unknown): string | null {
  if (typeof asked === 'string') return asked;
  const isNamed = typeof asked === 'object' && asked !== null && 'text' in asked;
  return isNamed && typeof asked.text === 'string' ? asked.text : null;
}
