import type {
  ConductGrade,
  ConductGround,
  ConductMeasure,
} from '@minsheng/contract/words/conduct.ts';

export interface ConductWords {
  /** Whose number, by seed. */
  person: string;
  grade: ConductGrade;
  grounds: ConductGround;
  measure: ConductMeasure;
  said: string;
  why: string;
  daysAgo: number;
  until: 'asked' | 'refused' | 'granted' | 'in-review';
}

const advised = (person: string, daysAgo: number): ConductWords => ({
  person,
  grade: 'harassment',
  grounds: 'abuse',
  measure: 'script',
  said: '辱骂话务员,按话术提醒文明用语,告知再有将结束通话。',
  why: '',
  daysAgo,
  until: 'asked',
});

/** 演示扰乱行为, invented: numbers are made at run time and are nobody's. */
export const conductWords: readonly ConductWords[] = [
  advised('one', 6),
  advised('one', 5),
  {
    ...advised('one', 4),
    measure: 'quiet-24h',
    said: '两次劝导后仍持续辱骂,无具体诉求,申请分流一天。',
    why: '录音已听,劝导两次属实,同意分流一天,到期自动恢复。',
    until: 'granted',
  },
  advised('two', 4),
  advised('two', 3),
  {
    ...advised('two', 2),
    grade: 'malicious',
    grounds: 'occupying',
    measure: 'quiet-7d',
    said: '劝导两次后仍长时间占线不说话,查过以前没有未解决的诉求。',
    why: '已核对以往诉求均已办结,同意分流七天,紧急情况不受影响。',
    until: 'in-review',
  },
  advised('three', 3),
  advised('three', 2),
  {
    ...advised('three', 1),
    measure: 'quiet-24h',
    said: '劝导两次后又来电辱骂,申请分流一天。',
    until: 'asked',
  },
  {
    ...advised('four', 1),
    grade: 'unlawful',
    grounds: 'threat',
    measure: 'police-clue',
    said: '扬言要到窗口打人,已提醒并报告班长,申请移送线索。',
    until: 'asked',
  },
  {
    ...advised('five', 2),
    grade: 'unlawful',
    grounds: 'false-alarm',
    measure: 'quiet-24h',
    said: '谎报有人落水,消防到场没有发现。',
    why: '来电人说的是误认,不能认定谎报,不同意分流,做好解释。',
    until: 'refused',
  },
  {
    ...advised('six', 3),
    grade: 'claimant',
    grounds: 'claims-for-gain',
    measure: 'label',
    said: '同一格式的标签问题举报多件,照常受理,只作标注。',
    until: 'asked',
  },
];
