/** As many workers as sit at desks: each takes the next when it is done with the last. */
export async function atOnce<Item, Result>(
  items: readonly Item[],
  workers: number,
  act: (item: Item, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [at, item] of waiting) results[at] = await act(item, at);
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}
