import type { EventType } from '@minsheng/contract/words/events.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';

/** What intake says to citizens: plain, short, polite. */
export const text = {
  urgedAgain: (words: string) => `同日再次催办:${words}`,
  promiseAccept: '我们会在 2 小时内受理，并把办理时限告诉您。',
  promiseEmergency:
    '已列为紧急诉求，热线中心正在优先处理。有人受伤、被困或有危险，请马上拨打 110、119 或 120，不要等候。',
  cameBack: (orderNo: string, note: string, content: string) =>
    `到期复查发现问题再次出现${note ? `：${note}` : ''}。原工单 ${orderNo}：${content}`,
  toldByVoice: (said: string) =>
    `来电人正在通话,话务员一键转接110,经过待补录。${said ? `已说:${said}` : ''}`,
  destroyed: (on: string) => `办理内容已于 ${on} 按保管期限销毁，工单编号和办理经过仍然保留。`,
  putThrough: (to: string) => `已为您转接到${to}。`,
};

/** Where an order stands, as far as its requester cares. */
export interface Standing {
  status: OrderStatus;
  unit: string;
  promiseOn: string | null;
  isLate: boolean;
  mayRate: boolean;
}

/** 办理进度 in one sentence. */
function stageWords({ status, unit, promiseOn, isLate, mayRate }: Standing): string {
  const who = unit || '承办单位';
  switch (status) {
    case 'to-accept':
      return '您的诉求已收到，正在等待受理。';
    case 'to-dispatch':
      return '您的诉求已受理，正在确定承办单位。';
    case 'in-progress':
    case 'in-dispute':
      return `${who}正在办理${byWhen(promiseOn, isLate)}。`;
    case 'suspended':
      return `${who}正在等待办理所需的条件，条件具备后接着办理。`;
    case 'parked':
      return `${who}核实您反映的问题属实，目前还不具备解决条件，已列入台账，每30天检查一次进展。`;
    case 'merged':
      return unit
        ? `您反映的事与其他群众反映的一并办理，${unit}正在办理${byWhen(promiseOn, isLate)}。办好后单独答复您。`
        : '您反映的事与其他群众反映的一并办理，正在确定承办单位。办好后单独答复您。';
    case 'need-info':
      return `${who}需要您补充一些情况，补充以后接着办理。`;
    case 'reply-review':
      return `${who}已提交办理结果，中心正在审核，通过后告诉您。`;
    case 'call-back':
      return mayRate
        ? '办理结果已通过审核，请您看看是否解决，并为我们评价。'
        : '您的评价已收到，谢谢您。我们核实以后结案，或者请承办单位重新办理。';
    case 'closed':
    case 'archived':
      return mayRate ? '这件诉求已经办结，欢迎您评价。' : '这件诉求已经办结。';
    case 'answered':
      return mayRate ? '您咨询的事项已直接答复，欢迎您评价。' : '您咨询的事项已直接答复。';
    case 'disposed':
      return '这件事不属于热线办理范围，已告知您应走的渠道。';
    case 'in-transfer':
      return '您的诉求已转接到负责的专线，我们正在等待对方反馈办理情况。';
    case 'transferred':
      return '您的诉求已转接到负责的专线。';
    case 'withdrawn':
      return '这件诉求已按您的要求撤回。';
    default:
      return status satisfies never;
  }
}

/** 正在督办 is all that is said of it. */
export const withSupervision = (supervised: boolean, standing: Standing): string =>
  `${stageWords(standing)}${supervised ? '这件诉求正在督办。' : ''}`;

function byWhen(promiseOn: string | null, isLate: boolean): string {
  if (!promiseOn) return '';
  const day = dayWords(promiseOn);
  return isLate ? `，已经过了承诺的${day}，让您久等了，很抱歉` : `，预计${day}前答复`;
}

/** 阶段名 on the citizen's page. An archived order is a closed one to everybody outside. */
export function stageName(status: OrderStatus, isRated: boolean): string {
  return isRated ? '已评价' : stageNames[status];
}

const stageNames: Record<OrderStatus, string> = {
  'to-accept': '待受理',
  'in-transfer': '已转接',
  'to-dispatch': '已受理',
  'in-progress': '办理中',
  'in-dispute': '办理中',
  'need-info': '待补充',
  suspended: '办理中',
  parked: '已列入台账',
  merged: '一并办理',
  'reply-review': '审核中',
  'call-back': '待评价',
  closed: '已办结',
  archived: '已办结',
  answered: '已答复',
  disposed: '已告知',
  transferred: '已转接',
  withdrawn: '已撤回',
};

const dayWords = (on: string): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`;

type Data = Readonly<Record<string, unknown>>;

/** Which events a citizen reads, and how. What is not here stays inside. */
export const stepWords: Partial<
  Record<EventType, (unit: string, data: Data, said: string) => string>
> = {
  'intake.received': () => '收到您的诉求',
  'intake.accepted': () => '已受理',
  'intake.accepted-by-rule': () => '已按紧急险情自动受理',
  'intake.answered': () => '已直接答复',
  'intake.disposed': () => '已告知应走的渠道',
  'intake.transferred': () => '已转接到负责的专线',
  'intake.transfer-received': () => '对方已接收',
  'intake.transfer-ended': () => '对方已反馈办理情况',
  'intake.transfer-returned': () => '对方未能办理，由我们派单办理',
  'guidance.check-asked': (_, { why }) =>
    why === 'requested' ? '您申请了复核' : why === 'complaint' ? '您对告知有意见，已安排复核' : '',
  'guidance.upheld': (_, { why }) =>
    why === 'requested' || why === 'complaint' ? '复核认为告知正确' : '',
  'guidance.reopened': () => '复核后改为受理',
  'intake.supplemented': () => '收到您的补充',
  'intake.urged': () => '已为您催办',
  'intake.withdrawn': () => '已撤回',
  'dispatch.sent': (unit) => `已交${unit || '承办单位'}办理`,
  'dispatch.reassigned': (unit) => `改由${unit || '其他单位'}办理`,
  'merging.merged': () => '与反映同一件事的其他诉求一并办理',
  'merging.unmerged': () => '改为单独办理',
  'merging.answered': () => '结果已审核，请您评价',
  'handling.signed': (unit) => `${unit}已签收`,
  'handling.auto-signed': (unit) => `${unit}已接收`,
  'handling.contacted': (unit, { reached }) =>
    reached === false ? `${unit}给您打过电话，没有接通` : `${unit}与您联系`,
  'handling.arrived': (unit) => `${unit}已到现场`,
  'handling.fixed': (unit) => `${unit}已处置完毕`,
  'handling.stage-reported': (unit, _, said) => (said === '' ? '' : `${unit}告知进展：${said}`),
  'handling.info-asked': () => '需要您补充情况',
  'handling.info-given': (_, { byRule }) =>
    byRule === true ? '没有等到补充，先按现有情况继续办理' : '补充已收到，继续办理',
  'handling.submitted': () => '承办单位已提交结果',
  'handling.reply-rejected': () => '审核认为答复还不够好，已请承办单位完善',
  'handling.reply-approved': () => '结果已审核，请您评价',
  'call-back.rated': () => '收到您的评价',
  'call-back.redone': () => '未解决，已重新办理',
  'call-back.false-redone': () => '核查发现没有办好，已责成重新办理',
  'call-back.closed': () => '已办结',
};
