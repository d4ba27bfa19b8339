const lanes = 6;

/** Some at a time, answers in the order of what was asked. */
export async function each<In, Out>(
  all: readonly In[],
  act: (one: In, no: number) => Promise<Out>,
): Promise<Out[]> {
  const waiting = [...all.entries()];
  const answers = new Map<number, Out>();
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      answers.set(next[0], await act(next[1], next[0]));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return [...answers.entries()].toSorted(([a], [b]) => a - b).map(([, answer]) => answer);
}
