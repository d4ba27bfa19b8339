const tellEvery = 1_000;

/**
 * 进度: of what is told, once a second and one at a time is passed on; who follows it reads the next one soon enough. One
 * that fails is told again by the next, and a database that is gone ends the work itself.
 */
export function everySecond<Told extends readonly unknown[]>(
  tell: (...told: Told) => Promise<unknown>,
): (...told: Told) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let isTelling = false;
  return (...told) => {
    if (isTelling || performance.now() - toldAt < tellEvery) return;
    toldAt = performance.now();
    isTelling = true;
    tell(...told)
      .catch(() => {})
      .finally(() => {
        isTelling = false;
      });
  };
}
