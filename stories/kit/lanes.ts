/** What one of them says is printed when it ends, so that it stays together. */
type Say = (line: string) => void;

const atOnce = 2;

/**
 * Goes through all of them, two at a time: what each needs is a server of its own, and two cores carry two. Each
 * lane makes what it works with once (`open`) and puts it away at its end (`close`).
 */
export async function inLanes<Item, Place>(
  items: readonly Item[],
  { open, close, go }: Lane<Item, Place>,
  say: Say,
): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    if (waiting.length === 0) return;
    const place = await open();
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const said: string[] = [];
        await go(next, place, (line) => said.push(line));
        say(said.join('\n'));
      }
    } finally {
      await close(place);
    }
  };
  // All the way, also when one lane breaks off: the other ends what it began and puts its place away.
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, lane));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

interface Lane<Item, Place> {
  open(): Promise<Place>;
  close(place: Place): Promise<void>;
  go(item: Item, place: Place, say: Say): Promise<void>;
}
