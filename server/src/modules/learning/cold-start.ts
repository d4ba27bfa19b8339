import type { NamesOfMatter } from '../matters/index.ts';
import type { Sample } from './blend.ts';
import { featuresOf } from './features.ts';

/**
 * 冷启动: what the city's data says of each matter, as if somebody had written it and a person had decided. It stays in
 * every training beside real decisions, so that a leaf nobody chose yet is not forgotten.
 */
export function coldSamples(matters: readonly NamesOfMatter[]): Sample[] {
  return matters.flatMap(({ code, names, everyday, questions }) => {
    const [leaf = '', group = ''] = names;
    const sayings = [
      { title: leaf, detail: `${group},${leaf}` },
      { title: '', detail: [leaf, ...everyday].join(',') },
      ...(everyday.length > 0 ? [{ title: '', detail: everyday.join(',') }] : []),
      ...(questions.length > 0 ? [{ title: leaf, detail: questions.join(',') }] : []),
    ];
    return sayings.map((saying) => ({ features: featuresOf(saying), label: code }));
  });
}
