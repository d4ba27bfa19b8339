import { z } from 'zod';
import { route } from '../route.ts';
import { day, done, id, instant } from '../shapes.ts';
import { campaignKinds, campaignStates, gatheringStates } from '../words/campaigns.ts';

const count = z.number().int();
const share = z.object({ numerator: count, denominator: count });
const year = z.number().int().min(2000).max(2100);
const quarter = z.number().int().min(1).max(4);
/** A matter, or with two or four digits a branch of the tree. */
const matterPrefix = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/);
const name = z.string().trim().min(2).max(60);
const words = z.string().trim().min(4).max(500);
const terms = z.array(z.string().trim().min(1).max(20)).min(1).max(30);

/** 候选专题: one branch of the matters, with all it was ranked by. */
const candidate = z.object({
  no: count,
  matter: matterPrefix,
  matterName: z.string(),
  volume: count,
  /** 件 of the same quarter a year ago; null where nothing was counted then. */
  volumeBefore: count.nullable(),
  repeated: share,
  returned: share,
  dissatisfied: share,
  urgent: share,
  solved: share,
  weight: z.number(),
  growthFactor: z.number(),
  harmFactor: z.number(),
  solvableFactor: z.number(),
});

const snapshot = z.object({
  id,
  year,
  quarter,
  madeAt: instant,
  madeBy: z.string(),
  from: day,
  to: day,
});

export const rankTopics = route({
  method: 'POST',
  path: '/campaigns/snapshots',
  summary: 'Rank candidate topics of a quarter and keep the ranking as it is now (选题)',
  body: z.object({ year, quarter }),
  reply: z.object({ snapshotId: id }),
});

export const listSnapshots = route({
  method: 'GET',
  path: '/campaigns/snapshots',
  summary: 'Kept rankings, the latest first',
  reply: z.object({ rows: z.array(snapshot), shownCap: count }),
});

export const readSnapshot = route({
  method: 'GET',
  path: '/campaigns/snapshots/:snapshotId',
  summary: 'One kept ranking of candidate topics',
  params: z.object({ snapshotId: id }),
  reply: z.object({ snapshot, rows: z.array(candidate) }),
});

const campaign = z.object({
  id,
  kind: z.enum(campaignKinds),
  state: z.enum(campaignStates),
  title: z.string(),
  theme: z.string(),
  /** 主题词. */
  terms: z.array(z.string()),
  year,
  quarter: quarter.nullable(),
  from: day,
  to: day,
  openedAt: instant,
  openedBy: z.string(),
  closedAt: instant.nullable(),
});

export const openCampaign = route({
  method: 'POST',
  path: '/campaigns',
  summary: 'Open a campaign on a topic, and say why this one',
  body: z.object({
    kind: z.enum(campaignKinds),
    title: name,
    theme: name,
    year,
    quarter: quarter.optional(),
    /** 诉求时段: appeals of these days are looked through. */
    from: day,
    to: day,
    why: words,
    /** 主题词: words people use for it. */
    terms,
    snapshotId: id.optional(),
    candidateNo: z.number().int().positive().optional(),
    /** 沿用去年: a campaign whose words and goals are taken over. */
    templateId: id.optional(),
  }),
  reply: z.object({ campaignId: id }),
});

export const listCampaigns = route({
  method: 'GET',
  path: '/campaigns',
  summary: 'Campaigns, the latest first',
  reply: z.object({
    rows: z.array(campaign.extend({ problems: count, open: count })),
    shownCap: count,
    can: z.object({ open: z.boolean(), work: z.boolean() }),
  }),
});

/** One number of the funnel, in problems and in the appeals behind them. */
const both = z.object({ problems: count, appeals: count });

export const funnel = z.object({
  at: instant,
  all: both,
  /** 已到现场看过 of all. */
  inspected: both,
  rectified: both,
  /** 转过媒体 of all. */
  toMedia: both,
  open: both,
  /** Appeals counted by themselves are as many as those of the problems together, and the parts make the whole. */
  addsUp: z.boolean(),
});

export const readCampaign = route({
  method: 'GET',
  path: '/campaigns/:campaignId',
  summary: 'One campaign with its funnel, now or at a past instant',
  params: z.object({ campaignId: id }),
  query: z.object({ at: instant.optional() }),
  reply: campaign.extend({
    why: z.string(),
    snapshotId: id.nullable(),
    candidateNo: count.nullable(),
    templateId: id.nullable(),
    closedReason: z.string().nullable(),
    funnel,
    gathering: z
      .object({
        state: z.enum(gatheringStates),
        askedAt: instant,
        read: count,
        proposed: count,
      })
      .nullable(),
    can: z.object({ work: z.boolean(), lead: z.boolean() }),
  }),
});

export const changeTerms = route({
  method: 'POST',
  path: '/campaigns/:campaignId/terms',
  summary: 'Say other words for the topic; the next gathering goes by them',
  params: z.object({ campaignId: id }),
  body: z.object({ terms }),
  reply: done,
});

export const closeCampaign = route({
  method: 'POST',
  path: '/campaigns/:campaignId/close',
  summary: 'End a campaign and say what came of it',
  params: z.object({ campaignId: id }),
  body: z.object({ reason: words }),
  reply: done,
});
