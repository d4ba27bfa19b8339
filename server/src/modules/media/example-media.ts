import { inventedPerson } from '../../demo/invented.ts';

/** What tests of the media desk begin with; the person is invented at run time. */
const { name, phone } = inventedPerson('a viewer');
export const viewer = { name, phone };
export const lamp = {
  sourceKind: 'comment',
  sourceName: '民生直播间',
  sourceRef: '评论-0001',
  content: '胜利路口的路灯坏了三天,晚上很暗,请派人修。',
  address: '胜利路口',
  areaCode: '350602001000',
  receivedAt: '2026-03-02T00:30:00.000Z',
  mayContact: true,
  mayAppear: false,
  consentHow: '私信里写明同意',
  ...viewer,
} as const;
export const story = {
  kind: 'story',
  title: '路口的灯亮了',
  words: '网友反映路口路灯不亮,热线受理后由主管部门检修线路,现已恢复照明。',
  clipUrl: null,
  showsPerson: false,
} as const;
export const accepted = {
  type: 'QZ',
  matterCode: '010105',
  areaCode: '350602001000',
  fields: { road_name: '胜利路', lamp_problem: 'off' },
  result: 'dispatch',
} as const;
