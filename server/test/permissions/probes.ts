import { besideProbes } from './beside-the-way.ts';
import { branchProbes } from './branches.ts';
import { briefProbes } from './briefs.ts';
import { campaignProbes } from './campaigns.ts';
import { clueProbes } from './clues.ts';
import { conductProbes } from './conduct.ts';
import { emergencyProbes } from './emergency.ts';
import { exchangeProbes } from './exchange.ts';
import { foresightProbes } from './foresight.ts';
import { handoutProbes } from './handouts.ts';
import { ledgerProbes } from './ledgers.ts';
import { letterProbes } from './letters.ts';
import { mechanismProbes } from './mechanisms.ts';
import { mediaProbes } from './media.ts';
import { meetingProbes } from './meetings.ts';
import { nodeProbes } from './nodes.ts';
import { noticeProbes } from './notices.ts';
import { openApiProbes } from './open-api.ts';
import type { Probes } from './probe.ts';
import { centreProbes } from './probes-centre.ts';
import { openProbes } from './probes-open.ts';
import { unitProbes } from './probes-unit.ts';
import { problemProbes } from './problems.ts';
import { regulationProbes } from './regulations.ts';
import { retentionProbes } from './retention.ts';
import { scorecardProbes } from './scorecard.ts';
import { sharingProbes } from './sharing.ts';
import { supervisionProbes } from './supervision.ts';
import { taskProbes } from './tasks.ts';
import { visitProbes } from './visits.ts';

export const probes: Probes = {
  ...centreProbes,
  ...unitProbes,
  ...besideProbes,
  ...briefProbes,
  ...branchProbes,
  ...regulationProbes,
  ...retentionProbes,
  ...campaignProbes,
  ...conductProbes,
  ...letterProbes,
  ...emergencyProbes,
  ...foresightProbes,
  ...handoutProbes,
  ...nodeProbes,
  ...ledgerProbes,
  ...clueProbes,
  ...mechanismProbes,
  ...sharingProbes,
  ...exchangeProbes,
  ...noticeProbes,
  ...openApiProbes,
  ...visitProbes,
  ...supervisionProbes,
  ...problemProbes,
  ...taskProbes,
  ...mediaProbes,
  ...meetingProbes,
  ...scorecardProbes,
  ...openProbes,
};

/** The stream never ends by itself: what it lets a person hear is asked of the same rule directly. */
export const streamRoute = 'GET /stream';
