import { sendAppeal } from '@minsheng/contract/public/appeals.ts';
import { expect, test } from 'vitest';
import { appealBody, emptyForm, emptyPerson, hasPlace, problemsOf } from './form.ts';

const settled = { areUnderway: false, haveFailed: false };
const words = { ...emptyForm, noticeRead: true, content: ' 路灯不亮了,晚上看不清 ' };

test('an address alone makes a body the contract accepts', () => {
  const body = appealBody({ ...words, address: '中山路 5 号' }, emptyPerson, []);
  expect(sendAppeal.body.parse(body)).toMatchObject({
    content: '路灯不亮了,晚上看不清',
    address: '中山路 5 号',
  });
  expect(body).not.toHaveProperty('areaCode');
  expect(body).not.toHaveProperty('phone');
});

test('the deepest chosen area goes, and of the point only its place', () => {
  const areas = [
    { code: '350626', name: '甲' },
    { code: '350626100', name: '乙' },
  ];
  const body = appealBody(
    { ...words, areas, point: { lng: 117.5, lat: 24.5, accuracyMetres: 12 } },
    emptyPerson,
    [],
  );
  expect(body).toMatchObject({ areaCode: '350626100', point: { lng: 117.5, lat: 24.5 } });
  expect(sendAppeal.body.strict().safeParse(body).success).toBe(true);
});

test('a number typed with spaces and full-width digits is put straight', () => {
  const typed = ['0596', '１２３', '４５'].join(' ');
  expect(appealBody(words, { name: ' ', phone: typed }, []).phone).toBe('059612345');
  expect(problemsOf(words, { name: '', phone: typed }, settled)).toEqual([]);
});

test('every problem is named', () => {
  expect(
    problemsOf(
      { ...words, content: '灯 ' },
      { name: '', phone: 'abc' },
      { areUnderway: true, haveFailed: true },
    ),
  ).toEqual(['contentShort', 'phoneOdd', 'photosUnderway', 'photosFailed']);
});

test('a place is an address, an area or a point', () => {
  expect(hasPlace({ ...words, address: '  ' })).toBe(false);
  expect(hasPlace({ ...words, address: '桥头' })).toBe(true);
  expect(hasPlace({ ...words, areas: [{ code: '350626', name: '甲' }] })).toBe(true);
});
