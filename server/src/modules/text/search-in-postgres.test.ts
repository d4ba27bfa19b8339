import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCityWith } from '../../platform/testing/in-city.ts';
import { noPorts } from '../../platform/testing/no-ports.ts';
import { cutDocument } from './search-document.ts';
import { readQuery } from './search-query.ts';
import { wordCutter } from './words.ts';

const cutter = wordCutter([]);
const inCity = inCityWith(
  () => ({}),
  () => noPorts,
);

test(
  'PostgreSQL reads lexemes and queries literally: what stands in a text is found by its own words',
  inCity(async ({ ctx }) => {
    async function finds(content: string, typed: string): Promise<boolean> {
      const text = {
        orderNo: '350600-20260105-000123',
        title: '',
        content,
        place: '',
        unitNames: [],
      };
      const { words, bigrams } = cutDocument(text, cutter);
      const query = readQuery(typed, cutter);
      const { rows } = await sql<{ by_words: boolean; by_bigrams: boolean }>`
        select
          coalesce(array_to_tsvector(${words}::text[]) @@ ${query.words}::tsquery, false) as by_words,
          coalesce(array_to_tsvector(${bigrams}::text[]) @@ ${query.bigrams}::tsquery, false) as by_bigrams`.execute(
        ctx.tx,
      );
      return rows.some(({ by_words, by_bigrams }) => by_words || by_bigrams);
    }

    expect(await finds('新华北路3号楼前井盖缺失', '北路3号')).toBe(true);
    expect(await finds('闽E12345的货车,1e5元', '闽e123')).toBe(true);
    expect(await finds('闽E12345的货车,1e5元', '1e5元')).toBe(true);
    expect(await finds('井盖缺失', '000123')).toBe(true);
    expect(await finds('井盖缺失', '路灯')).toBe(false);
    expect(await finds('井盖缺失', "井盖' | '路灯")).toBe(false);

    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(anything, anything, async (content, typed) => {
        expect(await finds(content, typed)).toBeTypeOf('boolean');
      }),
      { numRuns: 60 },
    );
    const chinese = fc.string({
      unit: fc.constantFrom(...'井盖缺失漳州路灯3aE'),
      minLength: 2,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(chinese, fc.nat(), async (content, start) => {
        const piece = content.slice(start % (content.length - 1)).slice(0, 4);
        fc.pre(readQuery(piece, cutter).bigrams !== null);
        expect(await finds(content, piece)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }),
);
