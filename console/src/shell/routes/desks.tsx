import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { callBackSearch } from '../../features/call-back/search.ts';
import { checksSearch } from '../../features/checks/search.ts';
import { conductSearch } from '../../features/conduct/search.ts';
import { deferralsSearch } from '../../features/deferrals/search.ts';
import { dispatchSearch } from '../../features/dispatch/search.ts';
import { disputesSearch } from '../../features/disputes/search.ts';
import { unitSearch } from '../../features/handling/search.ts';
import { agentSearch } from '../../features/intake/search.ts';
import { ordersSearch } from '../../features/orders/search.ts';
import { reviewSearch } from '../../features/review/search.ts';
import { Home, ToFrontLine } from '../home.tsx';
import { root } from './root.tsx';

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const frontLine = createRoute({
  getParentRoute: () => root,
  path: '/front-line',
  component: ToFrontLine,
});
const agent = createRoute({
  getParentRoute: () => root,
  path: '/agent',
  validateSearch: agentSearch,
  component: lazyRouteComponent(() => import('../../features/intake/agent-page.tsx'), 'AgentPage'),
});
const dispatch = createRoute({
  getParentRoute: () => root,
  path: '/dispatch',
  validateSearch: dispatchSearch,
  component: lazyRouteComponent(
    () => import('../../features/dispatch/dispatch-page.tsx'),
    'DispatchPage',
  ),
});
const disputes = createRoute({
  getParentRoute: () => root,
  path: '/disputes',
  validateSearch: disputesSearch,
  component: lazyRouteComponent(
    () => import('../../features/disputes/disputes-page.tsx'),
    'DisputesPage',
  ),
});
const checks = createRoute({
  getParentRoute: () => root,
  path: '/checks',
  validateSearch: checksSearch,
  component: lazyRouteComponent(
    () => import('../../features/checks/checks-page.tsx'),
    'ChecksPage',
  ),
});
const conduct = createRoute({
  getParentRoute: () => root,
  path: '/conduct',
  validateSearch: conductSearch,
  component: lazyRouteComponent(
    () => import('../../features/conduct/conduct-page.tsx'),
    'ConductPage',
  ),
});
const deferrals = createRoute({
  getParentRoute: () => root,
  path: '/deferrals',
  validateSearch: deferralsSearch,
  component: lazyRouteComponent(
    () => import('../../features/deferrals/deferrals-page.tsx'),
    'DeferralsPage',
  ),
});
const unit = createRoute({
  getParentRoute: () => root,
  path: '/unit',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('../../features/handling/unit-page.tsx'), 'UnitPage'),
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(
    () => import('../../features/review/review-page.tsx'),
    'ReviewPage',
  ),
});
const callBack = createRoute({
  getParentRoute: () => root,
  path: '/call-back',
  validateSearch: callBackSearch,
  component: lazyRouteComponent(
    () => import('../../features/call-back/call-back-page.tsx'),
    'CallBackPage',
  ),
});
const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../../features/orders/order-page.tsx'), 'OrderPage'),
});
const sheet = createRoute({
  getParentRoute: () => root,
  path: '/orders/$orderId/sheet',
  component: lazyRouteComponent(() => import('../../features/orders/sheet-page.tsx'), 'SheetPage'),
});
const issue = createRoute({
  getParentRoute: () => root,
  path: '/issues/$issueId',
  component: lazyRouteComponent(() => import('../../features/issues/issue-page.tsx'), 'IssuePage'),
});
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: ordersSearch,
  component: lazyRouteComponent(
    () => import('../../features/orders/search-page.tsx'),
    'SearchPage',
  ),
});
const knowledge = createRoute({
  getParentRoute: () => root,
  path: '/knowledge',
  component: lazyRouteComponent(
    () => import('../../features/knowledge/knowledge-page.tsx'),
    'KnowledgePage',
  ),
});

/** 工作台: desks where orders are taken, sent, worked on, checked and read. */
export const desksRoutes = [
  home,
  frontLine,
  agent,
  dispatch,
  disputes,
  checks,
  conduct,
  deferrals,
  unit,
  review,
  callBack,
  order,
  sheet,
  issue,
  search,
  knowledge,
] as const;
