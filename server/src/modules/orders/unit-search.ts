import { fieldValues } from '@minsheng/contract/shapes.ts';
import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';
import { withoutPeople } from '../text/index.ts';
import type { Order } from './order.ts';
import { type Findable, writeUnitSearch } from './search.repo.ts';
import { searchNames } from './search-names.ts';
import { appealText, textForUnits, textsOf } from './texts.repo.ts';

/** 单位检索: of a secret order nothing that names a person is a way to find it (domain 2.11). */
export function withoutPeopleIn({ title, content, address, names }: Findable): Findable {
  return {
    title: withoutPeople(title),
    content: withoutPeople(content),
    address: withoutPeople(address),
    names: names.map(withoutPeople),
  };
}

/**
 * Units find an order by what they read of it. To be asked for whenever its words, its matter or its secrecy changed;
 * an order that units read as the citizen wrote it needs nothing of its own.
 */
export async function renewUnitSearch(ctx: Context, order: Order): Promise<void> {
  const texts = await textsOf(ctx, order.id);
  const appeal = appealText(texts);
  const shown = textForUnits(texts);
  const isAsSaid = shown?.no === texts.find(({ kind }) => kind === 'appeal')?.no;
  if (!appeal || !shown || (isAsSaid && order.secrecy === 0)) return;
  const area = await organisation.area(ctx, order.area_code);
  const fields = fieldValues.catch({}).parse(appeal.fields);
  const found = {
    title: shown.title,
    content: shown.content,
    address: appeal.address,
    names: [
      ...(await searchNames(ctx, { area, matterCode: order.matter_code, fields })),
      appeal.subject_name,
    ],
  };
  await writeUnitSearch(ctx, order, order.secrecy === 0 ? found : withoutPeopleIn(found));
}
