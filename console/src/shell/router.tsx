import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { briefsSearch } from '../features/briefs/search.ts';
import { callBackSearch } from '../features/call-back/search.ts';
import { seatSearch } from '../features/campaigns/force/search.ts';
import { campaignsSearch } from '../features/campaigns/search.ts';
import { checksSearch } from '../features/checks/search.ts';
import { citySearch } from '../features/city/search.ts';
import { cluesSearch } from '../features/clues/search.ts';
import { conductSearch } from '../features/conduct/search.ts';
import { sharingSearch } from '../features/data-sharing/search.ts';
import { deferralsSearch } from '../features/deferrals/search.ts';
import { twinsSearch } from '../features/desk/twins-search.ts';
import { dispatchSearch } from '../features/dispatch/search.ts';
import { disputesSearch } from '../features/disputes/search.ts';
import { emergencySearch } from '../features/emergency/search.ts';
import { exchangeSearch } from '../features/exchange/search.ts';
import { foresightSearch } from '../features/foresight/search.ts';
import { unitSearch } from '../features/handling/search.ts';
import { accountsSearch } from '../features/identity/search.ts';
import { scorecardSearch } from '../features/indicators/search.ts';
import { agentSearch } from '../features/intake/search.ts';
import { modelsSearch } from '../features/learning/search.ts';
import { ledgersSearch } from '../features/ledgers/search.ts';
import { lettersSearch } from '../features/letters/search.ts';
import { linkageSearch } from '../features/linkage/search.ts';
import { mechanismsSearch } from '../features/mechanisms/search.ts';
import { mediaSearch } from '../features/media/search.ts';
import { meetingsSearch } from '../features/meetings/search.ts';
import { nodesSearch } from '../features/nodes/search.ts';
import { inboxSearch, noticesSearch } from '../features/notices/search.ts';
import { ordersSearch } from '../features/orders/search.ts';
import { problemsSearch } from '../features/problems/search.ts';
import { regulationsSearch } from '../features/regulations/search.ts';
import { releasesSearch } from '../features/release/search.ts';
import { reviewSearch } from '../features/review/search.ts';
import { supervisionSearch } from '../features/supervision/search.ts';
import { tasksSearch } from '../features/tasks/search.ts';
import { visitsSearch } from '../features/visits/search.ts';
import { warningsSearch } from '../features/warnings/search.ts';
import { BrokenPage } from './failure.tsx';
import { Gate } from './gate.tsx';
import { Home, NotFound, ToFrontLine } from './home.tsx';

const root = createRootRoute({ component: Gate, notFoundComponent: NotFound });

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
  component: lazyRouteComponent(() => import('../features/intake/agent-page.tsx'), 'AgentPage'),
});
const dispatch = createRoute({
  getParentRoute: () => root,
  path: '/dispatch',
  validateSearch: dispatchSearch,
  component: lazyRouteComponent(
    () => import('../features/dispatch/dispatch-page.tsx'),
    'DispatchPage',
  ),
});
const disputes = createRoute({
  getParentRoute: () => root,
  path: '/disputes',
  validateSearch: disputesSearch,
  component: lazyRouteComponent(
    () => import('../features/disputes/disputes-page.tsx'),
    'DisputesPage',
  ),
});
const checks = createRoute({
  getParentRoute: () => root,
  path: '/checks',
  validateSearch: checksSearch,
  component: lazyRouteComponent(() => import('../features/checks/checks-page.tsx'), 'ChecksPage'),
});
const conduct = createRoute({
  getParentRoute: () => root,
  path: '/conduct',
  validateSearch: conductSearch,
  component: lazyRouteComponent(
    () => import('../features/conduct/conduct-page.tsx'),
    'ConductPage',
  ),
});
const linkage = createRoute({
  getParentRoute: () => root,
  path: '/linkage',
  validateSearch: linkageSearch,
  component: lazyRouteComponent(
    () => import('../features/linkage/linkage-page.tsx'),
    'LinkagePage',
  ),
});
const briefs = createRoute({
  getParentRoute: () => root,
  path: '/briefs',
  validateSearch: briefsSearch,
  component: lazyRouteComponent(() => import('../features/briefs/briefs-page.tsx'), 'BriefsPage'),
});
const regulations = createRoute({
  getParentRoute: () => root,
  path: '/regulations',
  validateSearch: regulationsSearch,
  component: lazyRouteComponent(
    () => import('../features/regulations/regulations-page.tsx'),
    'RegulationsPage',
  ),
});
const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  validateSearch: campaignsSearch,
  component: lazyRouteComponent(
    () => import('../features/campaigns/campaigns-page.tsx'),
    'CampaignsPage',
  ),
});
const seat = createRoute({
  getParentRoute: () => root,
  path: '/seat',
  validateSearch: seatSearch,
  component: lazyRouteComponent(
    () => import('../features/campaigns/force/seat-page.tsx'),
    'SeatPage',
  ),
});
const emergency = createRoute({
  getParentRoute: () => root,
  path: '/emergency',
  validateSearch: emergencySearch,
  component: lazyRouteComponent(
    () => import('../features/emergency/emergency-page.tsx'),
    'EmergencyPage',
  ),
});
const foresight = createRoute({
  getParentRoute: () => root,
  path: '/foresight',
  validateSearch: foresightSearch,
  component: lazyRouteComponent(
    () => import('../features/foresight/foresight-page.tsx'),
    'ForesightPage',
  ),
});
const mechanisms = createRoute({
  getParentRoute: () => root,
  path: '/mechanisms',
  validateSearch: mechanismsSearch,
  component: lazyRouteComponent(
    () => import('../features/mechanisms/mechanisms-page.tsx'),
    'MechanismsPage',
  ),
});
const sharing = createRoute({
  getParentRoute: () => root,
  path: '/sharing',
  validateSearch: sharingSearch,
  component: lazyRouteComponent(
    () => import('../features/data-sharing/sharing-page.tsx'),
    'SharingPage',
  ),
});
const deferrals = createRoute({
  getParentRoute: () => root,
  path: '/deferrals',
  validateSearch: deferralsSearch,
  component: lazyRouteComponent(
    () => import('../features/deferrals/deferrals-page.tsx'),
    'DeferralsPage',
  ),
});
const supervision = createRoute({
  getParentRoute: () => root,
  path: '/supervision',
  validateSearch: supervisionSearch,
  component: lazyRouteComponent(
    () => import('../features/supervision/supervision-page.tsx'),
    'SupervisionPage',
  ),
});
const unit = createRoute({
  getParentRoute: () => root,
  path: '/unit',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('../features/handling/unit-page.tsx'), 'UnitPage'),
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('../features/review/review-page.tsx'), 'ReviewPage'),
});
const callBack = createRoute({
  getParentRoute: () => root,
  path: '/call-back',
  validateSearch: callBackSearch,
  component: lazyRouteComponent(
    () => import('../features/call-back/call-back-page.tsx'),
    'CallBackPage',
  ),
});
const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../features/orders/order-page.tsx'), 'OrderPage'),
});
const sheet = createRoute({
  getParentRoute: () => root,
  path: '/orders/$orderId/sheet',
  component: lazyRouteComponent(() => import('../features/orders/sheet-page.tsx'), 'SheetPage'),
});
const issue = createRoute({
  getParentRoute: () => root,
  path: '/issues/$issueId',
  component: lazyRouteComponent(() => import('../features/issues/issue-page.tsx'), 'IssuePage'),
});
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('../features/orders/search-page.tsx'), 'SearchPage'),
});
const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: lazyRouteComponent(() => import('../features/insight/today-page.tsx'), 'TodayPage'),
});
const scorecard = createRoute({
  getParentRoute: () => root,
  path: '/scorecard',
  validateSearch: scorecardSearch,
  component: lazyRouteComponent(
    () => import('../features/indicators/scorecard-page.tsx'),
    'ScorecardPage',
  ),
});
const warnings = createRoute({
  getParentRoute: () => root,
  path: '/warnings',
  validateSearch: warningsSearch,
  component: lazyRouteComponent(
    () => import('../features/warnings/warnings-page.tsx'),
    'WarningsPage',
  ),
});
const nodes = createRoute({
  getParentRoute: () => root,
  path: '/nodes',
  validateSearch: nodesSearch,
  component: lazyRouteComponent(() => import('../features/nodes/nodes-page.tsx'), 'NodesPage'),
});
const problems = createRoute({
  getParentRoute: () => root,
  path: '/problems',
  validateSearch: problemsSearch,
  component: lazyRouteComponent(
    () => import('../features/problems/problems-page.tsx'),
    'ProblemsPage',
  ),
});
const letters = createRoute({
  getParentRoute: () => root,
  path: '/letters',
  validateSearch: lettersSearch,
  component: lazyRouteComponent(
    () => import('../features/letters/letters-page.tsx'),
    'LettersPage',
  ),
});
const visits = createRoute({
  getParentRoute: () => root,
  path: '/visits',
  validateSearch: visitsSearch,
  component: lazyRouteComponent(() => import('../features/visits/visits-page.tsx'), 'VisitsPage'),
});
const clues = createRoute({
  getParentRoute: () => root,
  path: '/clues',
  validateSearch: cluesSearch,
  component: lazyRouteComponent(() => import('../features/clues/clues-page.tsx'), 'CluesPage'),
});
const ledgers = createRoute({
  getParentRoute: () => root,
  path: '/ledgers',
  validateSearch: ledgersSearch,
  component: lazyRouteComponent(
    () => import('../features/ledgers/ledgers-page.tsx'),
    'LedgersPage',
  ),
});
const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: tasksSearch,
  component: lazyRouteComponent(() => import('../features/tasks/tasks-page.tsx'), 'TasksPage'),
});
const media = createRoute({
  getParentRoute: () => root,
  path: '/media',
  validateSearch: mediaSearch,
  component: lazyRouteComponent(() => import('../features/media/media-page.tsx'), 'MediaPage'),
});
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: meetingsSearch,
  component: lazyRouteComponent(
    () => import('../features/meetings/meetings-page.tsx'),
    'MeetingsPage',
  ),
});
const autoDispatch = createRoute({
  getParentRoute: () => root,
  path: '/auto-dispatch',
  component: lazyRouteComponent(
    () => import('../features/auto-dispatch/auto-dispatch-page.tsx'),
    'AutoDispatchPage',
  ),
});
const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  validateSearch: exchangeSearch,
  component: lazyRouteComponent(
    () => import('../features/exchange/exchange-page.tsx'),
    'ExchangePage',
  ),
});
const releases = createRoute({
  getParentRoute: () => root,
  path: '/releases',
  validateSearch: releasesSearch,
  component: lazyRouteComponent(
    () => import('../features/release/releases-page.tsx'),
    'ReleasesPage',
  ),
});
const models = createRoute({
  getParentRoute: () => root,
  path: '/models',
  validateSearch: modelsSearch,
  component: lazyRouteComponent(() => import('../features/learning/models-page.tsx'), 'ModelsPage'),
});
const knowledge = createRoute({
  getParentRoute: () => root,
  path: '/knowledge',
  component: lazyRouteComponent(
    () => import('../features/knowledge/knowledge-page.tsx'),
    'KnowledgePage',
  ),
});
const city = createRoute({
  getParentRoute: () => root,
  path: '/city',
  validateSearch: citySearch,
  component: lazyRouteComponent(() => import('../features/city/city-page.tsx'), 'CityPage'),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(
    () => import('../features/identity/accounts-page.tsx'),
    'AccountsPage',
  ),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../features/notices/inbox-page.tsx'), 'InboxPage'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(
    () => import('../features/notices/notices-page.tsx'),
    'NoticesPage',
  ),
});

const twins = createRoute({
  getParentRoute: () => root,
  path: '/twins',
  validateSearch: twinsSearch,
  component: lazyRouteComponent(() => import('../features/desk/twins-page.tsx'), 'TwinsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    frontLine,
    agent,
    dispatch,
    disputes,
    deferrals,
    checks,
    conduct,
    linkage,
    briefs,
    regulations,
    campaigns,
    seat,
    emergency,
    foresight,
    mechanisms,
    sharing,
    visits,
    supervision,
    letters,
    ledgers,
    clues,
    tasks,
    media,
    meetings,
    unit,
    review,
    callBack,
    order,
    sheet,
    issue,
    search,
    today,
    scorecard,
    warnings,
    nodes,
    problems,
    models,
    autoDispatch,
    releases,
    exchange,
    knowledge,
    city,
    accounts,
    inbox,
    notices,
    twins,
  ]),
  defaultErrorComponent: ({ error }) => <BrokenPage message={String(error)} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
