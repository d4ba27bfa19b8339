import type { Said } from '@minsheng/contract/public/exchange.ts';
import { csvBytes } from '../../../platform/sheet.ts';
import { NoFolder } from '../../../ports/folder/index.ts';
import { type Outbound, registerAdapter, saidIn, silence } from '../../exchange/index.ts';
import { bothWays } from '../both-ways.ts';
import { text } from '../text.ts';
import { folderAdapter, lookInFolders } from './look-in-folders.ts';

/** 文件夹适配器: for old systems that write and read CSV files. The place is configuration; a request only names the peer. */
registerAdapter({
  ...bothWays,
  name: folderAdapter,
  label: text.folder,
  reachedBy: 'folder',
  carries: async (ports, { peer, id, envelope }: Outbound) => {
    try {
      await ports.folder.put(peer.code, `${id}.csv`, fileOf(envelope));
      return { kind: 'over', number: null };
    } catch (error) {
      if (error instanceof NoFolder) return silence('no-folder', null);
      throw error;
    }
  },
  begins: lookInFolders,
});

/** One message, one file with one row, named by the message: the same again replaces it. */
function fileOf(envelope: Outbound['envelope']): Buffer {
  const { at, case: about, kind } = envelope;
  const said = saidIn(envelope);
  return csvBytes({
    columns: text.outHeads.map((heading) => ({ heading, width: 20 })),
    rows: [
      [
        ...[about.receiver ?? '', about.sender, kind, whatOf(said), wordsOf(said), at],
        ...(said.kind === 'transfer' ? orderCells(said.body) : noOrder),
      ],
    ],
  });
}

function whatOf(said: Said): string {
  switch (said.kind) {
    case 'progress':
      return said.body.stage;
    case 'result':
      return said.body.outcome;
    case 'return':
      return said.body.reasonCode;
    default:
      return '';
  }
}

function wordsOf(said: Said): string {
  if (said.kind === 'transfer') return said.body.appeal.words;
  if (said.kind === 'return' || said.kind === 'withdraw') return said.body.reason;
  return 'words' in said.body ? said.body.words : '';
}

/** 派单: what whoever handles it over there must know, one column each. */
const orderCells = ({
  appeal,
  place,
  requester,
  dueAt,
}: Extract<Said, { kind: 'transfer' }>['body']): string[] => [
  appeal.title,
  appeal.typeCode,
  appeal.matterCode ?? '',
  place.areaCode ?? '',
  place.text,
  requester.name ?? '',
  requester.phone ?? '',
  dueAt ?? '',
];

/** A row has as many cells as there are heads. */
const noOrder: readonly string[] = Array.from({ length: 8 }, () => '');
