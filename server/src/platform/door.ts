import type { Door } from './app.ts';
import { Refusal } from './refusal.ts';

/** 有界: nobody waits behind more than so many. What waits in this process for the processor shows in no pool. */
export function doorFor(most: number): Door {
  let inside = 0;
  return {
    enter: () => {
      if (inside >= most) throw new Refusal('platform.busy', { seconds: 2 });
      inside += 1;
      return () => {
        inside -= 1;
      };
    },
  };
}
