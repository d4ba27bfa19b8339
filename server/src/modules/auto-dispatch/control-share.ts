/** 抽样比例. */
export const controlOneIn = 20;

/**
 * 抽样对照: one order of twenty that would have gone by itself is left to a person, so that the machine is never its own
 * only witness. By the random end of the order's id: asked again, the answer is the same.
 */
export const isControl = (orderId: string): boolean =>
  Number.parseInt(orderId.slice(-6), 16) % controlOneIn === 0;
