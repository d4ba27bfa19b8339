/** 尾概率: how likely so many or more are, when `mean` is expected and the counts vary by `variance`; never above 1. */
export function upperTail(seen: number, mean: number, variance: number): number {
  if (seen <= mean) return 1;
  const most = Math.max(mean, 1e-9);
  const logs = variance > most * 1.0001 ? negativeBinomial(most, variance) : poissonLog(most);
  let sum = 0;
  const first = logs(seen);
  for (let count = seen; count < seen + 2000; count += 1) {
    const part = Math.exp(logs(count) - first);
    sum += part;
    if (part < sum * 1e-9) break;
  }
  return Math.min(1, Math.exp(first) * sum);
}

const poissonLog =
  (mean: number) =>
  (count: number): number =>
    count * Math.log(mean) - mean - logFactorial(count);

function negativeBinomial(mean: number, variance: number): (count: number) => number {
  const size = mean ** 2 / (variance - mean);
  const chance = size / (size + mean);
  return (count) =>
    logGamma(count + size) -
    logGamma(size) -
    logFactorial(count) +
    size * Math.log(chance) +
    count * Math.log1p(-chance);
}

const logFactorial = (count: number): number => logGamma(count + 1);

/** By Stirling's series, after stepping up to where it is exact to ten digits. */
function logGamma(value: number): number {
  let shift = 0;
  let at = value;
  for (; at < 8; at += 1) shift -= Math.log(at);
  const inverse = 1 / at;
  const series = inverse * (1 / 12 - inverse ** 2 * (1 / 360 - inverse ** 2 / 1260));
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series;
}
