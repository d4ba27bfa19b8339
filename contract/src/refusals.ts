import { auditRefusals } from './audit.ts';
import { autoDispatchRefusals } from './auto-dispatch.ts';
import { branchRefusals } from './branches.ts';
import { briefRefusals } from './briefs.ts';
import { calendarRefusals } from './calendar.ts';
import { callBackRefusals } from './call-back.ts';
import { campaignRefusals } from './campaigns/refusals.ts';
import { cityRefusals } from './city.ts';
import { clueRefusals } from './clue-records.ts';
import { conductRefusals } from './conduct.ts';
import { contestRefusals } from './contest.ts';
import { deferralRefusals } from './deferrals.ts';
import { deskRefusals } from './desk.ts';
import { directoryRefusals } from './directory.ts';
import { dispatchRefusals } from './dispatch.ts';
import { disputeRefusals } from './disputes.ts';
import { emergencyRefusals } from './emergency.ts';
import { exchangeRefusals } from './exchange.ts';
import { falseCompletionRefusals } from './false-completion.ts';
import { fileRefusals } from './files.ts';
import { foresightRefusals } from './foresight.ts';
import { foresightSignalRefusals } from './foresight-signals.ts';
import { guidanceRefusals } from './guidance.ts';
import { handlingRefusals } from './handling.ts';
import { handoutRefusals } from './handouts.ts';
import { identityRefusals } from './identity.ts';
import { indicatorRefusals } from './indicators.ts';
import { intakeRefusals } from './intake.ts';
import { issueRefusals } from './issues.ts';
import { knowledgeRefusals } from './knowledge.ts';
import { learningRefusals } from './learning.ts';
import { ledgerRefusals } from './ledgers.ts';
import { letterRefusals } from './letters.ts';
import { linkageRefusals } from './linkage.ts';
import { mechanismsRefusals } from './mechanisms.ts';
import { mediaRefusals } from './media/refusals.ts';
import { meetingRefusals } from './meetings.ts';
import { mergingRefusals } from './merging.ts';
import { nodeRefusals } from './nodes.ts';
import { noticeRefusals } from './notices.ts';
import { orderRefusals } from './orders.ts';
import { problemRefusals } from './problems.ts';
import { publicRefusals } from './public/appeals.ts';
import { openApiRefusals } from './public/open-api.ts';
import { regulationRefusals } from './regulations.ts';
import { releaseRefusals } from './release.ts';
import { retentionRefusals } from './retention.ts';
import { scorecardRefusals } from './scorecard.ts';
import { sharingRefusals } from './sharing.ts';
import { signInRefusals } from './sign-in.ts';
import { supervisionRefusals } from './supervision.ts';
import { taskRefusals } from './tasks.ts';
import { telephonyRefusals } from './telephony.ts';
import { upkeepRefusals } from './upkeep.ts';
import { visitRefusals } from './visits.ts';
import { warningRefusals } from './warnings.ts';

const platformRefusals = {
  'platform.bad-input': [400, '填写的内容有误:{fields}。'],
  'platform.too-large': [413, '提交的内容太长,请删减后再提交。'],
  'platform.sheet-too-large': [413, '表格解开后超过 {limit} MB,不能导入,请只留要导入的行再保存。'],
  'platform.not-found': [404, '没有这个地址。'],
  'platform.key-reused': [409, '同一个提交编号用在了不同的内容上,请刷新页面后重新提交。'],
  'platform.busy': [503, '系统正忙,请 {seconds} 秒后再试。'],
  'platform.database-down': [503, '数据库暂时不可用,请稍候再试,已提交的内容不会丢失。'],
  'platform.no-room': [503, '服务器存储空间已满,这次没有保存。请过一会再试,并告诉系统管理员。'],
  'platform.fault': [500, '系统出错了,已记录,请稍后再试。'],
  'platform.too-many-requests': [429, '操作太频繁,请稍候再试。'],
} as const;

/** Every refusal a person can meet: code → HTTP status and the sentence, with `{facts}`. */
export const refusals = {
  ...platformRefusals,
  ...identityRefusals,
  ...signInRefusals,
  ...openApiRefusals,
  ...cityRefusals,
  ...calendarRefusals,
  ...telephonyRefusals,
  ...knowledgeRefusals,
  ...branchRefusals,
  ...handoutRefusals,
  ...intakeRefusals,
  ...fileRefusals,
  ...dispatchRefusals,
  ...deferralRefusals,
  ...disputeRefusals,
  ...auditRefusals,
  ...upkeepRefusals,
  ...autoDispatchRefusals,
  ...briefRefusals,
  ...regulationRefusals,
  ...campaignRefusals,
  ...emergencyRefusals,
  ...foresightRefusals,
  ...foresightSignalRefusals,
  ...exchangeRefusals,
  ...guidanceRefusals,
  ...conductRefusals,
  ...mergingRefusals,
  ...handlingRefusals,
  ...callBackRefusals,
  ...falseCompletionRefusals,
  ...contestRefusals,
  ...retentionRefusals,
  ...scorecardRefusals,
  ...nodeRefusals,
  ...noticeRefusals,
  ...orderRefusals,
  ...issueRefusals,
  ...problemRefusals,
  ...indicatorRefusals,
  ...deskRefusals,
  ...releaseRefusals,
  ...learningRefusals,
  ...warningRefusals,
  ...clueRefusals,
  ...ledgerRefusals,
  ...letterRefusals,
  ...linkageRefusals,
  ...visitRefusals,
  ...taskRefusals,
  ...sharingRefusals,
  ...supervisionRefusals,
  ...mechanismsRefusals,
  ...mediaRefusals,
  ...meetingRefusals,
  ...directoryRefusals,
  ...publicRefusals,
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type RefusalCode = keyof typeof refusals;

/** Body of every refusal. */
export interface RefusalBody {
  error: { code: RefusalCode; facts: Record<string, string | number>; message: string };
}
