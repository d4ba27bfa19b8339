export interface Ran {
  readonly done: number;
  readonly errors: number;
  readonly seconds: number;
  /** The first few, so that a bad figure explains itself. */
  readonly reasons: readonly string[];
}

const shownReasons = 5;

/** So many clients at once, each doing one thing after the other until the time is over, or what they do is enough. */
export async function runClients(
  clients: number,
  seconds: number,
  once: (client: number) => Promise<void>,
  isEnough: () => boolean = () => false,
): Promise<Ran> {
  const from = performance.now();
  const until = from + seconds * 1000;
  const count = { done: 0, errors: 0 };
  const reasons = new Set<string>();
  const live = async (client: number) => {
    while (performance.now() < until && !isEnough()) {
      try {
        await once(client);
        count.done += 1;
      } catch (error) {
        count.errors += 1;
        if (reasons.size < shownReasons) reasons.add(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => live(client)));
  return { ...count, seconds: (performance.now() - from) / 1000, reasons: [...reasons] };
}
