/**
 * The list a desk opens on while nobody chose one: the first in which something waits, so that who signs in sees work
 * and not an empty list beside a counter. Unknown counters, and a desk with nothing at all: the first list.
 */
export function firstWaiting<const Name extends string>(
  first: Name,
  rest: readonly Name[],
  count: (name: NoInfer<Name>) => number | null,
): Name {
  const waits = (name: Name) => (count(name) ?? 0) > 0;
  return waits(first) ? first : (rest.find(waits) ?? first);
}
