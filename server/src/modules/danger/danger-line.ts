import { type Random, randomFrom } from '../learning/index.ts';
import type { Marks } from './marks-in.ts';

/** 险情分界: one weight a mark; above nought speaks for danger. */
export interface DangerLine {
  readonly numbers: Map<string, number>;
  readonly weights: number[];
  bias: number;
}

export interface Judged {
  readonly marks: Marks;
  readonly isDanger: boolean;
}

const passes = 10;
const pace = 0.5;
/** Share of the marks left out at random in each step, so that no few words carry a danger alone. */
const leftOut = 0.4;
// The bias moves slowly: how often there is danger differs from city to city, what it sounds like does not.
const paceOfBias = 0.1;
const seed = 7;

interface Row {
  readonly at: Int32Array;
  readonly value: Float64Array;
  readonly truth: number;
}

/** 对数线性, trained row by row; the mean of the later passes is kept. The same rows, the same line. */
export function drawLine(judged: readonly Judged[]): DangerLine {
  const line: DangerLine = { numbers: new Map(), weights: [], bias: 0 };
  const rows = judged.map((one) => rowOf(line, one));
  const random = randomFrom(seed);
  const order = Int32Array.from(rows, (_, at) => at);
  const sum = new Float64Array(line.weights.length);
  let [sumOfBias, summed] = [0, 0];
  for (let pass = 0; pass < passes; pass += 1) {
    random.shuffle(order);
    const step = pace / Math.sqrt(1 + pass);
    for (const at of order) {
      const row = rows[at];
      if (row) learnRow(line, leaveOut(row, random), step);
    }
    if (pass * 2 < passes) continue;
    for (const [at, weight] of line.weights.entries()) sum[at] = (sum[at] ?? 0) + weight;
    sumOfBias += line.bias;
    summed += 1;
  }
  return { ...line, weights: Array.from(sum, (one) => one / summed), bias: sumOfBias / summed };
}

export function strengthOf(line: DangerLine, marks: Marks): number {
  let strength = line.bias;
  for (const [mark, value] of marks) strength += weightOf(line, mark) * value;
  return strength;
}

export function weightOf({ numbers, weights }: DangerLine, mark: string): number {
  return weights[numbers.get(mark) ?? -1] ?? 0;
}

const timesTold = 3;
const paceOfLesson = 0.3;

/** 一课: what a person decided of one text, told a few times. */
export function learnLesson(line: DangerLine, judged: Judged): void {
  const row = rowOf(line, judged);
  for (let time = 0; time < timesTold; time += 1) learnRow(line, row, paceOfLesson);
}

export const copyOf = ({ numbers, weights, bias }: DangerLine): DangerLine => ({
  numbers: new Map(numbers),
  weights: [...weights],
  bias,
});

function rowOf({ numbers, weights }: DangerLine, { marks, isDanger }: Judged): Row {
  const at = Int32Array.from(marks.keys(), (mark) => {
    const known = numbers.get(mark);
    if (known !== undefined) return known;
    numbers.set(mark, weights.length);
    return weights.push(0) - 1;
  });
  return { at, value: Float64Array.from(marks.values()), truth: isDanger ? 1 : 0 };
}

function learnRow(line: DangerLine, { at, value, truth }: Row, step: number): void {
  let strength = line.bias;
  for (const [place, number] of at.entries())
    strength += (line.weights[number] ?? 0) * (value[place] ?? 0);
  const error = 1 / (1 + Math.exp(-strength)) - truth;
  line.bias -= step * paceOfBias * error;
  for (const [place, number] of at.entries())
    line.weights[number] = (line.weights[number] ?? 0) - step * error * (value[place] ?? 0);
}

function leaveOut({ at, value, truth }: Row, random: Random): Row {
  const kept = Array.from(at.keys()).filter(() => random.next() >= leftOut);
  return {
    at: Int32Array.from(kept, (place) => at[place] ?? 0),
    value: Float64Array.from(kept, (place) => (value[place] ?? 0) / (1 - leftOut)),
    truth,
  };
}
