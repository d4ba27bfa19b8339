/** 会议状态. `minuted`: a second person signed the minutes, and every decision is a task. */
export const meetingStates = ['planned', 'held', 'minuted', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];
export const meetingStateLabel: Record<MeetingState, string> = {
  planned: '待召开',
  held: '已召开,待出纪要',
  minuted: '纪要已签发',
  cancelled: '已取消',
};

/** 到会情况. `invited`: nobody has said yet. */
export const attendances = ['invited', 'came', 'late', 'absent'] as const;
export type Attendance = (typeof attendances)[number];
export const attendanceLabel: Record<Attendance, string> = {
  invited: '已邀请',
  came: '到会',
  late: '迟到',
  absent: '缺席',
};

/** What an item of the agenda may name; the kinds still to come join here. */
export const agendaKinds = ['order', 'issue', 'problem', 'watch', 'campaign-entry'] as const;
export type AgendaKind = (typeof agendaKinds)[number];
export const agendaKindLabel: Record<AgendaKind, string> = {
  order: '工单',
  issue: '事项',
  problem: '归集问题',
  watch: '节点关注对象',
  'campaign-entry': '清单问题',
};

/** 会议列表. */
export const meetingBoxes = ['open', 'all'] as const;
export type MeetingBox = (typeof meetingBoxes)[number];
export const meetingBoxLabel: Record<MeetingBox, string> = { open: '未完结', all: '全部' };
