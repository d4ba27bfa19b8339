export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

/** One thing at a time, in the order asked for; what fails holds up nobody. */
export function mutex(): Exclusive {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}
