import { dayOf, storyTime } from '../clock.ts';
import { act, cutLink, type Desk, doOnCase, shareActs, stateOf } from '../http/control.ts';
import { goTo, page, type Reply } from '../http/request.ts';
import { caseOf, casesBefore } from '../store/cases.repo.ts';
import { receivedOfCase } from '../store/received.repo.ts';
import { sendAgainNow, sentOfCase } from '../store/sent.repo.ts';
import { writeSetting } from '../store/settings.repo.ts';
import { allShares } from '../store/shares.repo.ts';
import { bodies } from '../wire/envelope.ts';
import { Refused } from '../wire/refused.ts';
import { autoModes } from '../work/auto.ts';
import { reconcile } from '../work/reconcile.ts';
import { askShare, decideShare, takeRows } from '../work/shares.ts';
import { giveUp, handOver, passOn } from '../work/write.ts';
import { casePage } from './case-page.ts';
import { framed, lineBar } from './frame.ts';
import { html } from './html.ts';
import { caseList, linePage, newCase } from './lists.ts';
import { sharesPage } from './shares-page.ts';

const pageRows = 50;

/** The pages of the pretend 110: looked at by GET, pressed by POST, then back to looking. */
export async function pages(desk: Desk, method: string, url: URL, body: string): Promise<Reply> {
  if (method === 'POST') {
    const [, part = ''] = url.pathname.split('/');
    const form = formOf(body);
    return goTo(
      part === 'shares'
        ? await pressedShare(desk, url.pathname, form)
        : pressed(desk, url.pathname, form),
    );
  }
  const [, name = '', key = ''] = url.pathname.split('/');
  switch (name) {
    case '':
      return listPage(desk, url.searchParams);
    case 'cases':
      return page(framed(`警单 ${key}`, casePage(caseView(desk, key))));
    case 'new':
      return page(framed('新建警单并移送12345', newCase));
    case 'shares':
      return page(framed('数据共享', sharesPage(desk.store, allShares(desk.store))));
    case 'line':
      return dayPage(desk, url.searchParams.get('day'));
    default:
      throw new Refused(404, 'path', '没有这个页面。');
  }
}

function listPage(desk: Desk, query: URLSearchParams): Reply {
  const state = query.get('state') ?? '';
  const before = query.get('before') ?? '~';
  const rows = casesBefore(desk.store, { before, state, limit: pageRows + 1 });
  return page(framed('警单', html`${lineBar(stateOf(desk))}${caseList(rows, state, pageRows)}`));
}

async function dayPage(desk: Desk, asked: string | null): Promise<Reply> {
  const { store, settings } = desk;
  const day = asked ?? dayOf(storyTime(store));
  const compared = asked === null ? undefined : await reconcile(store, settings, day);
  const state = stateOf(desk);
  return page(framed('线路与对账', html`${lineBar(state)}${linePage(state, day, compared)}`));
}

function caseView({ store }: Desk, number: string) {
  const item = caseOf(store, number);
  if (item === null) throw new Refused(404, 'unknown-case', '没有这件警单。');
  return { case: item, received: receivedOfCase(store, number), sent: sentOfCase(store, number) };
}

type Form = Readonly<Record<string, string>>;

/** Does what was pressed, and says where to look afterwards. */
function pressed(desk: Desk, path: string, form: Form): string {
  const { store, settings } = desk;
  const [, name = '', key = '', verb = ''] = path.split('/');
  switch (`${name} ${verb}`.trim()) {
    case 'cases':
      return `/cases/${doOnCase(desk, key, act.parse(form)).number}`;
    case 'new':
      return `/cases/${handOver(store, settings.ownCode, { transfer: bodies.transfer.parse(transferIn(form)), via: codesIn(form) }).number}`;
    case 'cases pass-on':
      return `/cases/${passOn(store, settings.ownCode, key).number}`;
    case 'link':
      cutLink(desk, form.cut === 'yes');
      return '/';
    case 'auto':
      writeSetting(store, 'auto', autoModes.find((mode) => mode === form.mode) ?? 'off');
      return '/';
    case 'sent again':
      sendAgainNow(store, key);
      return '/line';
    case 'sent give-up':
      giveUp(store, settings.ownCode, key);
      return '/line';
    default:
      throw new Refused(404, 'path', '没有这个页面。');
  }
}

/** 数据共享: said to 12345 at once, kept once it has heard. */
async function pressedShare({ store, settings }: Desk, path: string, form: Form): Promise<string> {
  const [, , id = '', verb = ''] = path.split('/');
  if (id === '') {
    const days = Number(form.days ?? '90');
    await askShare(store, settings, {
      purpose: form.purpose ?? '',
      fields: (form.fields ?? '').split(/[,,、\s]+/).filter((field) => field !== ''),
      gives: 'asked',
      until: new Date(Date.parse(storyTime(store)) + days * 86_400_000).toISOString(),
    });
  } else if (verb === 'take') await takeRows(store, settings, id);
  else await decideShare(store, settings, { id, act: shareActs.parse(verb) });
  return '/shares';
}

function transferIn({
  title = '',
  words = '',
  place = '',
  areaCode,
  name,
  phone,
  listRow,
  mode,
}: Form) {
  const filled = Object.fromEntries(
    Object.entries({ name, phone }).filter(([, value]) => value !== undefined && value !== ''),
  );
  return {
    appeal: { title, words, typeCode: 'QZ' },
    place: { text: place, ...(areaCode ? { areaCode } : {}) },
    requester: { ...filled, anonymous: Object.keys(filled).length === 0 },
    ...(listRow ? { listRow } : {}),
    mode,
  };
}

const codesIn = ({ via = '' }: Form): string[] =>
  via.split(/[,,、\s]+/).filter((code) => code !== '');

const formOf = (body: string): Form => Object.fromEntries(new URLSearchParams(body));
