import { expect, test } from 'vitest';
import { inventedPhoneOf } from '../demo/invented.ts';
import { guessColumns } from './guess-mapping.ts';

const words = (about: string) => `市民来电反映${about},影响出行,请相关部门核实处理。`;

test('columns are known by plain heads, in Chinese and in English', () => {
  const rows = ['路灯不亮', '井盖缺失'].map((about, at) => ({
    工单编号: `G-${at}`,
    受理时间: `2017/3/${at + 1} 8:07`,
    工单内容: words(about),
    工单标题: about,
    诉求类型: '投诉',
    所属区域: '芗城区',
    联系电话: inventedPhoneOf(`caller ${at}`),
  }));
  expect(guessColumns(Object.keys(rows[0] ?? {}), rows)).toEqual({
    externalId: ['工单编号'],
    acceptedAt: ['受理时间'],
    content: ['工单内容'],
    title: ['工单标题'],
    type: ['诉求类型'],
    area: ['所属区域'],
    phone: ['联系电话'],
  });
  const english = rows.map((row, at) => ({
    order_id: `${at}`,
    accept_time: row.受理时间,
    text_clean: row.工单内容,
  }));
  expect(guessColumns(['order_id', 'accept_time', 'text_clean'], english)).toEqual({
    externalId: ['order_id'],
    acceptedAt: ['accept_time'],
    content: ['text_clean'],
  });
});

test('the number a call came from is a telephone, whatever the old switchboard called it', () => {
  for (const head of ['来电号码', '主叫号码', '联系方式', '反映人号码']) {
    const rows = [1, 2, 3].map((at) => ({
      工单编号: `G-${at}`,
      [head]: inventedPhoneOf(`caller ${at}`),
      诉求内容: words('路灯'),
    }));
    expect(guessColumns(Object.keys(rows[0] ?? {}), rows)).toMatchObject({
      phone: [head],
      externalId: ['工单编号'],
    });
  }
});

test('a head that says nothing is known by its cells; one that misleads is not believed', () => {
  const rows = [1, 2, 3].map((at) => ({
    甲: words(`第${at}处路灯`),
    乙: `2024-01-0${at} 10:00:00`,
    联系电话: '详见附件',
    类型: '其他',
  }));
  expect(guessColumns(['甲', '乙', '联系电话', '类型'], rows)).toEqual({
    content: ['甲'],
    acceptedAt: ['乙'],
  });
});

test('a column holds one field, and an empty table none', () => {
  const rows = [{ 标题内容: words('噪声'), 内容: '' }];
  expect(guessColumns(['标题内容', '内容'], rows)).toEqual({ content: ['标题内容'] });
  expect(guessColumns([], [])).toEqual({});
});
