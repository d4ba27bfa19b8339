import { ledgerSites, ledgers } from '@minsheng/contract';
import { sheetBytes } from '../../server/src/platform/sheet.ts';
import { county, housingUnit, type Scene } from './scene.ts';
import type { Voices } from './told.ts';

const words = '鸽棚 鸽舍 养鸽';

/** From the one order to the class of places: what is alike is found, ticked, and a survey comes in. */
export async function founded(scene: Scene, { first, alike, other }: Voices): Promise<string> {
  const { checks, analyst } = scene;
  checks.chapter('From one to the many');
  const asked = { orderId: first, words, areaCode: county, days: 90 };
  const { places } = await analyst.call(ledgers.searchAlike, asked);
  const found = new Set(places.flatMap((place) => place.orders.map(({ id }) => id)));
  checks.same(
    'all that tell of lofts are found',
    alike.filter((id) => !found.has(id)),
    [],
  );
  checks.same(
    'nothing else is',
    other.filter((id) => found.has(id)),
    [],
  );
  checks.same('two voices of one roof are one place', places.length, alike.length);
  const { ledgerId } = await analyst.call(ledgers.foundLedger, {
    ...{ orderId: first, name: '楼顶鸽棚整治台账', path: 'illegal-building' },
    ...{ words, areaCode: county, unit: housingUnit, planOn: '2026-07-31' },
    sites: places.map(({ address, areaCode, point, orders }) => ({
      ...{ address, areaCode, point },
      orderIds: orders.map(({ id }) => id),
    })),
  });
  await surveyed(scene, ledgerId);
  const { sums, linkedOrders, baseline } = await analyst.call(ledgers.readLedger, { ledgerId });
  checks.same('places told of and surveyed', sums.sites, places.length + 4);
  checks.same('every voice hangs on its place', linkedOrders, alike.length + 1);
  checks.that('with what was said before as its baseline', baseline.appeals >= alike.length);
  return ledgerId;
}

/** 摸排表: one row is wrong first, and nothing of the sheet is kept. */
async function surveyed({ checks, analyst }: Scene, ledgerId: string): Promise<void> {
  const roofs = [21, 22, 23, 24].map((no) => [`示例新村 ${no} 栋`, county]);
  const wrong = await sheetOf([...roofs, ['示例路8街1号楼', county]]);
  const keep = { ledgerId, sheet: wrong, isKept: true };
  checks.same(
    'a sheet with a place twice is refused whole',
    await analyst.refusal(ledgerSites.importSites, keep),
    'ledgers.rows-refused',
  );
  const sheet = await sheetOf(roofs);
  const { kept } = await analyst.call(ledgerSites.importSites, { ...keep, sheet });
  checks.same('put right, it is kept whole', kept, roofs.length);
}

async function sheetOf(rows: readonly (readonly string[])[]): Promise<string> {
  const columns = ['地址', '区域代码'].map((heading) => ({ heading, width: 20 }));
  const about = { name: '说明', lines: ['示例'] };
  return (await sheetBytes({ name: '点位', columns, rows, about })).toString('base64');
}
