import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Doer } from '../../platform/testing/in-city.ts';
import { siteSheet } from './export-sites.ts';
import { foundLedger } from './found-ledger.ts';
import { importSites } from './import-sites.ts';
import { listSites } from './list-sites.ts';
import { importColumns } from './text.ts';

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];
const street = '350602001';

async function ledgerOf(kit: Kit, lead: Doer): Promise<string> {
  const orderId = await kit.anOrder.closed({ matterCode: '010402', content: '楼顶有鸽棚。' });
  const { ledgerId } = await lead.do(foundLedger, {
    orderId,
    name: '楼顶鸽棚整治台账',
    path: 'illegal-building',
    words: '鸽棚',
    areaCode: '350602',
    unit: '350600.zjj',
    planOn: '2026-06-30',
    sites: [{ address: '澄观道1号楼', areaCode: street, orderIds: [orderId] }],
  });
  return ledgerId;
}

async function sheetWith(rows: readonly (readonly (string | number | Date)[])[]): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('点位');
  sheet.addRow(Object.values(importColumns).map(({ heading }) => heading));
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
}

const phone = inventedPhoneOf('owner on a sheet');
const good = ['澄观道 11 号楼', street, '11幢', '鸽棚', 12.5, '无审批', '限期自拆', '350600.cgj'];

test(
  'a sheet is looked at row by row and kept whole or not at all',
  inCity(async (kit) => {
    const lead = kit.as('analyst');
    const ledgerId = await ledgerOf(kit, lead);
    const mixed = await sheetWith([
      [...good, new Date('2026-05-31T00:00:00Z'), 117.65, 24.51, '乙某', phone],
      ['澄观道11号楼', street],
      ['澄观道 1 号楼', street],
      ['', '999999', '', '', '很大', '', '', '350600.none', '31.5', '117', '', '', '电话'],
      [],
      ['澄观道 12 号楼', street, '长'.repeat(61)],
    ]);
    const seen = await lead.do(importSites, { ledgerId, sheet: mixed, isKept: false });
    expect(seen).toMatchObject({ fitting: 1, kept: 0 });
    expect(seen.rows.map(({ line, faults }) => [line, faults.join()])).toEqual([
      [2, ''],
      [3, 'twice-in-file'],
      [4, 'in-ledger'],
      [5, 'no-address,no-such-area,no-such-unit,bad-day,bad-size,bad-point,bad-phone'],
      [7, 'too-long'],
    ]);
    await expect(
      lead.do(importSites, { ledgerId, sheet: mixed, isKept: true }),
    ).rejects.toMatchObject({ code: 'ledgers.rows-refused', facts: { count: 4 } });
    expect((await lead.do(listSites, { ledgerId })).rows).toHaveLength(1);

    const fine = await sheetWith([[...good, '2026-05-31', 117.65, 24.51, '乙某', phone]]);
    expect(await lead.do(importSites, { ledgerId, sheet: fine, isKept: true })).toMatchObject({
      kept: 1,
    });
    const [, row] = (await lead.do(listSites, { ledgerId })).rows;
    expect(row).toMatchObject({ no: 2, planOn: '2026-05-31', sizeM2: 12.5 });
    const out = await lead.do(siteSheet, { ledgerId, purpose: '周例会通报' });
    expect(out.rows).toHaveLength(2);
    expect(JSON.stringify(out)).not.toContain(phone);
  }),
);

test(
  'what is no sheet of ours, and a sheet too long, is refused',
  inCity(async (kit) => {
    const lead = kit.as('analyst');
    const ledgerId = await ledgerOf(kit, lead);
    const sheets = [Buffer.from('no zip').toString('base64'), await sheetWith([])];
    for (const sheet of sheets)
      await expect(lead.do(importSites, { ledgerId, sheet, isKept: false })).rejects.toMatchObject({
        code: 'ledgers.no-sheet',
      });
    const long = await sheetWith(Array.from({ length: 501 }, (_, no) => [`街 ${no} 号`, street]));
    await expect(
      lead.do(importSites, { ledgerId, sheet: long, isKept: false }),
    ).rejects.toMatchObject({ code: 'ledgers.too-many-rows' });
  }),
);
