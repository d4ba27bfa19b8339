import { expect, test } from 'vitest';
import { blankForm } from './intake-form.ts';
import { areasToOffer, takenPlace } from './taken-place.ts';

const area = (code: string) => ({
  code,
  name: code,
  confidence: 0.8,
  words: [],
  isLearnt: false,
});
const suggested = {
  place: {
    areas: [area('350602001000')],
    parts: [
      { kind: 'road' as const, text: '胜利西路', confidence: 0.7 },
      { kind: 'number' as const, text: '12号', confidence: 0.7 },
    ],
    point: { lng: 117.6, lat: 24.5, isLearnt: true },
    isHidden: false,
  },
  subjects: [{ name: '鑫隆养鸡场', confidence: 0.9 }],
};

test('one key fills what is empty', () => {
  expect(takenPlace(blankForm(), suggested, true)).toEqual({
    areaCode: '350602001',
    address: '胜利西路12号',
    point: { lng: 117.6, lat: 24.5 },
    subjectName: '鑫隆养鸡场',
  });
  expect(takenPlace(blankForm(), suggested, false)).toEqual({
    areaCode: '350602001',
    address: '胜利西路12号',
  });
});

test('what a person wrote or chose stays', () => {
  const form = {
    ...blankForm(),
    areaCode: '350603',
    address: '江滨路',
    point: { lng: 1, lat: 2 },
    subjectName: '某厂',
  };
  expect(takenPlace(form, suggested, true)).toEqual({});
});

test('of two equally likely areas the key takes neither, and an area in the middle of which nobody is, is no point', () => {
  const place = {
    ...suggested.place,
    areas: [area('350602001000'), area('350603002000')],
    point: { lng: 117.6, lat: 24.5, isLearnt: false },
  };
  expect(takenPlace(blankForm(), { place, subjects: [] }, true)).toEqual({
    address: '胜利西路12号',
  });
});

test('offered is what differs from the choice, or is smaller', () => {
  const offered = (areaCode: string | null) =>
    areasToOffer({ ...blankForm(), areaCode }, suggested).length;
  expect(offered(null)).toBe(1);
  expect(offered('350603')).toBe(1);
  expect(offered('350602')).toBe(1);
  expect(offered('350602001')).toBe(0);
  expect(offered('350602001004')).toBe(0);
});
