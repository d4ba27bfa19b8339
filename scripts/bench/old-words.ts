import type pg from 'pg';
import { searchDocument } from '../../server/src/modules/text/index.ts';
import { cityId } from './complete-rows.ts';
import { aLane } from './invented-lanes.ts';
import { tellAgain } from './told-again.ts';

const [sentences, lanes, units] = [2000, 20_000, 200];

/** What closed orders are put together from, cut into words once: sentences, lanes and units, each with what it is found by. */
export async function makeOldWords(pool: pg.Pool): Promise<void> {
  const toldIn = tellAgain();
  const told = Array.from({ length: sentences }, (_, no) => {
    const { content, place, matterCode } = toldIn(no);
    const text = content.replace(place, '');
    return { no, text, more: { matter_code: matterCode } };
  });
  const known = await pool.query<{ no: number; text: string; more: unknown }>(
    `select (row_number() over (order by code) - 1)::int as no, name as text,
       jsonb_build_object('code', code, 'path', path) as more
     from organisation.unit where city_id = $1 order by code limit $2`,
    [cityId, units],
  );
  await pool.query('begin');
  await pool.query(
    'drop table if exists public.bench_sentence, public.bench_lane, public.bench_old_unit',
  );
  await make(
    pool,
    'bench_sentence',
    "text as content, more ->> 'matter_code' as matter_code",
    told,
  );
  await make(
    pool,
    'bench_lane',
    'text as lane',
    Array.from({ length: lanes }, (_, no) => ({ no, text: aLane(), more: {} })),
  );
  await make(
    pool,
    'bench_old_unit',
    "more ->> 'code' as code, more ->> 'path' as path",
    known.rows,
  );
  await pool.query('commit');
}

async function make(
  pool: pg.Pool,
  name: string,
  columns: string,
  rows: readonly { no: number; text: string; more: unknown }[],
): Promise<void> {
  const cut = rows.map(({ text, ...row }) => {
    const document = searchDocument({
      orderNo: '',
      title: '',
      content: text,
      place: '',
      unitNames: [],
    });
    return { ...row, text, ...document };
  });
  const vector = (column: string) =>
    `array_to_tsvector(array(select jsonb_array_elements_text(${column}))) as ${column}`;
  await pool.query(
    `create table public.${name} as
     select no, ${columns}, ${vector('words')}, ${vector('bigrams')}
     from jsonb_to_recordset($1::jsonb) as r (no integer, text text, more jsonb, words jsonb, bigrams jsonb)`,
    [JSON.stringify(cut)],
  );
  await pool.query(`analyze public.${name}`);
}
