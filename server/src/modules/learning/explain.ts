import { withoutPeople, wordsOf } from '../text/index.ts';
import type { Blend } from './blend.ts';
import { cleanMessage, type Message } from './clean-text.ts';
import { featuresOf, wordFeatures } from './features.ts';
import type { LabelWeights } from './label-weights.ts';
import { numberOf, rowOf } from './vocabulary.ts';

const mostWords = 5;
const onlyHan = /^\p{Script=Han}{2,6}$/u;
// Who calls, how they greet, whom they name: never a reason that is shown.
const persons = /先生|女士|小姐|本人|姓名|老师傅/u;

/**
 * 起作用的词: the words of the message that spoke most for a label, in the order of their weight. Only Chinese words of
 * two to six characters: no number, no letter of a plate or a code.
 */
export function wordsThatWeighed(blend: Blend, message: Message, label: string): string[] {
  const number = blend.labels.indexOf(label);
  if (number < 0) return [];
  const { title, detail } = cleanMessage({
    title: withoutPeople(message.title),
    detail: withoutPeople(message.detail),
  });
  const row = rowOf(blend.vocabulary, featuresOf(message));
  const values = new Map(Array.from(row.at, (feature, at) => [feature, row.value[at] ?? 0]));
  const [trustWords = 0, , trustLive = 0] = blend.mix.weights;
  const weighed = [...new Set(wordsOf(`${title},${detail}`))]
    .filter((word) => onlyHan.test(word) && !persons.test(word))
    .map((word) => {
      let weight = 0;
      for (const hash of wordFeatures(word)) {
        const feature = numberOf(blend.vocabulary, hash);
        const value = values.get(feature) ?? 0;
        weight += value * trustWords * above(blend.experts.words, feature, number);
        weight += value * trustLive * above(blend.experts.live, feature, number);
      }
      return { word, weight };
    });
  return weighed
    .filter(({ weight }) => weight > 0.01)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostWords)
    .map(({ word }) => word);
}

/** What a feature says for one label more than for the labels on the whole. */
function above(weights: LabelWeights, feature: number, label: number): number {
  if (feature < 0 || feature >= weights.features) return 0;
  const start = weights.starts[feature] ?? 0;
  const size = weights.sizes[feature] ?? 0;
  let own = 0;
  let sum = 0;
  for (let pair = start; pair < start + size; pair += 1) {
    const value = weights.values[pair] ?? 0;
    sum += value;
    if (weights.labels[pair] === label) own = value;
  }
  return own - sum / Math.max(1, weights.biases.length);
}
