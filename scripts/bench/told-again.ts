import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Told } from './complete-order.ts';
import { aLane } from './invented-lanes.ts';

const line = z.object({ title: z.string().nullable(), detail: z.string(), label: z.string() });

const leftOut = 0.15;

/** 换一种说法: the invented appeals of `evals/`, told again and again with other words left out and another place. */
export function tellAgain(): (no: number) => Told {
  const path = join(import.meta.dirname, '../../evals/orders/choose.jsonl');
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => line.parse(JSON.parse(text)));
  return (no) => {
    const told = lines[no % lines.length] ?? lines[0];
    if (!told) throw new Error(`${path} is empty`);
    const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(told.detail);
    const kept = Array.from(words, ({ segment }) => segment).filter(() => Math.random() > leftOut);
    const place = aLane();
    return {
      place,
      matterCode: told.label,
      content: `${place}${told.title ?? ''},${kept.join('')}`,
    };
  };
}
