/** The one source of time. Nothing outside this file asks the machine what time it is. */
export interface Clock {
  readonly kind: 'system' | 'virtual';
  now(): Date;
}

export interface VirtualClock extends Clock {
  readonly kind: 'virtual';
  /** Time never runs backwards: an earlier instant leaves the clock where it is. */
  set(at: Date): void;
}

export const systemClock: Clock = {
  kind: 'system',
  now: () => new Date(),
};

/** A clock that stands still until somebody moves it: stories and tests run a quarter in a second. */
export function virtualClock(start: Date): VirtualClock {
  let at = start.getTime();
  return {
    kind: 'virtual',
    now: () => new Date(at),
    set: (next) => {
      at = Math.max(at, next.getTime());
    },
  };
}
