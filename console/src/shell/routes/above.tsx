import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { branchesSearch } from '../../features/branches/search.ts';
import { briefsSearch } from '../../features/briefs/search.ts';
import { campaignsSearch } from '../../features/campaigns/search.ts';
import { foresightSearch } from '../../features/foresight/search.ts';
import { scorecardSearch } from '../../features/indicators/search.ts';
import { modelsSearch } from '../../features/learning/search.ts';
import { nodesSearch } from '../../features/nodes/search.ts';
import { problemsSearch } from '../../features/problems/search.ts';
import { regulationsSearch } from '../../features/regulations/search.ts';
import { releasesSearch } from '../../features/release/search.ts';
import { warningsSearch } from '../../features/warnings/search.ts';
import { root } from './root.tsx';

const briefs = createRoute({
  getParentRoute: () => root,
  path: '/briefs',
  validateSearch: briefsSearch,
  component: lazyRouteComponent(
    () => import('../../features/briefs/briefs-page.tsx'),
    'BriefsPage',
  ),
});
const branches = createRoute({
  getParentRoute: () => root,
  path: '/branches',
  validateSearch: branchesSearch,
  component: lazyRouteComponent(
    () => import('../../features/branches/branches-page.tsx'),
    'BranchesPage',
  ),
});
const regulations = createRoute({
  getParentRoute: () => root,
  path: '/regulations',
  validateSearch: regulationsSearch,
  component: lazyRouteComponent(
    () => import('../../features/regulations/regulations-page.tsx'),
    'RegulationsPage',
  ),
});
const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  validateSearch: campaignsSearch,
  component: lazyRouteComponent(
    () => import('../../features/campaigns/campaigns-page.tsx'),
    'CampaignsPage',
  ),
});
const foresight = createRoute({
  getParentRoute: () => root,
  path: '/foresight',
  validateSearch: foresightSearch,
  component: lazyRouteComponent(
    () => import('../../features/foresight/foresight-page.tsx'),
    'ForesightPage',
  ),
});
const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: lazyRouteComponent(() => import('../../features/insight/today-page.tsx'), 'TodayPage'),
});
const scorecard = createRoute({
  getParentRoute: () => root,
  path: '/scorecard',
  validateSearch: scorecardSearch,
  component: lazyRouteComponent(
    () => import('../../features/indicators/scorecard-page.tsx'),
    'ScorecardPage',
  ),
});
const warnings = createRoute({
  getParentRoute: () => root,
  path: '/warnings',
  validateSearch: warningsSearch,
  component: lazyRouteComponent(
    () => import('../../features/warnings/warnings-page.tsx'),
    'WarningsPage',
  ),
});
const nodes = createRoute({
  getParentRoute: () => root,
  path: '/nodes',
  validateSearch: nodesSearch,
  component: lazyRouteComponent(() => import('../../features/nodes/nodes-page.tsx'), 'NodesPage'),
});
const problems = createRoute({
  getParentRoute: () => root,
  path: '/problems',
  validateSearch: problemsSearch,
  component: lazyRouteComponent(
    () => import('../../features/problems/problems-page.tsx'),
    'ProblemsPage',
  ),
});
const autoDispatch = createRoute({
  getParentRoute: () => root,
  path: '/auto-dispatch',
  component: lazyRouteComponent(
    () => import('../../features/auto-dispatch/auto-dispatch-page.tsx'),
    'AutoDispatchPage',
  ),
});
const releases = createRoute({
  getParentRoute: () => root,
  path: '/releases',
  validateSearch: releasesSearch,
  component: lazyRouteComponent(
    () => import('../../features/release/releases-page.tsx'),
    'ReleasesPage',
  ),
});
const models = createRoute({
  getParentRoute: () => root,
  path: '/models',
  validateSearch: modelsSearch,
  component: lazyRouteComponent(
    () => import('../../features/learning/models-page.tsx'),
    'ModelsPage',
  ),
});

/** 研判: many voices seen together, and what is reported upwards. */
export const aboveRoutes = [
  briefs,
  branches,
  regulations,
  campaigns,
  foresight,
  today,
  scorecard,
  warnings,
  nodes,
  problems,
  autoDispatch,
  releases,
  models,
] as const;
