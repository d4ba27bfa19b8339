import type { Context } from './context.ts';

/**
 * 隔时再读: what reading said, kept for so long. One program is one city; the ports stand for it. A reading that failed is
 * no reading: the next asks again.
 */
export function keptFor<T>(
  milliseconds: number,
  read: (ctx: Context) => Promise<T>,
): (ctx: Context) => Promise<T> {
  const kept = new WeakMap<object, { readonly said: Promise<T>; readonly readAt: number }>();
  return (ctx) => {
    const known = kept.get(ctx.ports);
    if (known && performance.now() - known.readAt < milliseconds) return known.said;
    const said = read(ctx);
    kept.set(ctx.ports, { said, readAt: performance.now() });
    said.catch(() => kept.delete(ctx.ports));
    return said;
  };
}
