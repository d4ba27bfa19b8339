import { askRelease } from '../../modules/release/ask-release.ts';
import { checkText } from '../../modules/release/check-text.ts';
import { nextText } from '../../modules/release/read-releases.ts';
import { withdrawRelease } from '../../modules/release/withdraw-release.ts';
import type { Life } from '../lives/scene.ts';
import { type Errand, later, morning, type Office } from './errand.ts';

interface ReleaseWords {
  purpose: string;
  recipient: string;
  /** Which group of appeals about one thing. */
  group: number;
  daysAgo: number;
  /** How many of its texts are checked; null: all. */
  checks: number | null;
  isWithdrawn: boolean;
}

const releaseWords: readonly ReleaseWords[] = [
  {
    purpose: '共性诉求专题分析,供季度会商使用',
    recipient: '市发展研究机构(示例)',
    group: 0,
    daysAgo: 1,
    checks: null,
    isWithdrawn: false,
  },
  {
    purpose: '热线业务培训案例',
    recipient: '市行政学院(示例)',
    group: 1,
    daysAgo: 1,
    checks: 2,
    isWithdrawn: false,
  },
  {
    purpose: '新闻稿素材',
    recipient: '本地媒体(示例)',
    group: 1,
    daysAgo: 1,
    checks: 0,
    isWithdrawn: true,
  },
];

/** 脱敏外发: one ready to be taken, one half checked, one taken back. */
export const releases = (end: Date): Errand[] =>
  releaseWords.map((words, no) => ({
    at: morning(end, words.daysAgo, 55 + no * 4),
    happens: (office) => release(office, words),
  }));

async function* release(office: Office, words: ReleaseWords): Life {
  const { world, staff, memory } = office;
  const asker = await staff.centre('analyst');
  const issue = memory.get(`group-${words.group}`)?.issueId;
  if (!issue) return;
  const { purpose, recipient } = words;
  const { id } = await world.do(asker, askRelease, { filters: { issue }, purpose, recipient });
  yield later(office, 30);
  if (words.isWithdrawn) {
    await world.do(asker, withdrawRelease, {
      releaseId: id,
      reason: '对方改用公开数据,不再需要。',
    });
    return;
  }
  const checker = await staff.centre('reviewer');
  for (let done = 0; words.checks === null || done < words.checks; done += 1) {
    const { text } = await world.do(checker, nextText, { releaseId: id });
    if (!text) return;
    await world.do(checker, checkText, { releaseId: id, no: text.no, removals: text.removals });
  }
}
