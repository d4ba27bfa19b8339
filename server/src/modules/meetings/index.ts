/** 会议: agenda, who came, minutes signed by a second person, decisions that become tasks. */
import './minutes-wait.ts';

export { type MeetingBrief, meetingAbout, whoWasHeard } from './meeting-about.ts';
export { planMeeting } from './plan-meeting.ts';
export { mayPlan as mayPlanMeeting } from './policy.ts';
export { readMeeting } from './read-meetings.ts';
