import { newId } from '../../server/src/platform/ids.ts';
import { eventRows } from './complete-history.ts';
import {
  assignmentRow,
  attemptRow,
  contactRow,
  issueRow,
  type LoadedTable,
  orderRow,
  type Row,
  replyRow,
  requesterRow,
  searchRow,
  textRows,
} from './complete-rows.ts';
import { aLane } from './invented-lanes.ts';

export interface CompleteOrder {
  readonly acceptedAt: Date;
  readonly rows: Readonly<Record<LoadedTable, readonly Row[]>>;
}

const hourMs = 3_600_000;
const complaints = [
  '路灯坏了好几天,晚上一片漆黑,老人小孩走路很不方便',
  '路面塌了一个坑,下雨积水看不见,骑车的人摔了好几个',
  '楼下烧烤店油烟直排,每天夜里都关不了窗',
  '施工到半夜十二点还在打桩,孩子第二天要上学',
  '小区电梯三天两头停运,物业一直说在等配件',
  '污水从检查井里冒出来,沿着巷子流,气味很重',
  '垃圾桶满了没人清,野狗把袋子扒得到处都是',
  '自来水发黄有沉淀,放了十分钟还是这样',
  '共享单车把盲道占满了,视障老人走到车道上',
  '大货车夜里从居民区穿行,房子跟着震',
];

export interface Told {
  readonly content: string;
  readonly place: string;
  readonly matterCode: string;
}

/** What somebody tells of a lane of their own. */
export function aComplaint(no: number): Told {
  const place = aLane();
  const content = `${place}附近${complaints[no % complaints.length]},希望尽快处理。`;
  return { content, place, matterCode: '010105' };
}

/** An order from the first word to the archive, with every row the program itself would have written. */
export function completeOrder(no: number, acceptedAt: Date, told: Told): CompleteOrder {
  const at = (hours: number) => new Date(acceptedAt.getTime() + hours * hourMs);
  const ids = {
    order: newId(acceptedAt),
    issue: newId(acceptedAt),
    duty: newId(at(1)),
    reply: newId(at(40)),
    attempt: newId(at(50)),
    contact: newId(at(5)),
  };
  const orderNo = `350600-${acceptedAt.toISOString().slice(0, 10).replaceAll('-', '')}-${String(10_000_000 + no)}`;
  const words = { orderNo, title: told.content.slice(0, 24), ...told };
  const texts = textRows(ids.order, words, at);
  const events = eventRows(ids, told.matterCode, at);
  return {
    acceptedAt,
    rows: {
      'issues.issue': [issueRow(ids.issue, told.matterCode, acceptedAt)],
      'orders.order': [orderRow(ids, words, at)],
      'orders.text': texts,
      'orders.search': [searchRow(ids.order, words)],
      'requesters.requester': [requesterRow(ids.order, no)],
      'dispatch.assignment': [assignmentRow(ids, at)],
      'handling.contact': [contactRow(ids, at)],
      'handling.reply': [replyRow(ids, at)],
      'call_back.attempt': [attemptRow(ids, at)],
      'platform.event': events,
    },
  };
}
