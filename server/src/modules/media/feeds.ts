import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';
import { wordingsOf } from './pieces.repo.ts';
import { type ShownPiece, shownPieces } from './public-pieces.repo.ts';
import { rowOf } from './public-pieces.ts';
import { mediaText as text } from './text.ts';

/** One published piece as a feed reader shows it. */
export interface FeedItem {
  readonly no: number;
  readonly title: string;
  readonly words: string;
  readonly link: string;
  readonly publishedAt: string;
  readonly changedAt: string;
}

export interface Feed {
  readonly title: string;
  readonly about: string;
  readonly origin: string;
  readonly items: readonly FeedItem[];
}

const feedItems = 50;

/** 订阅源: the latest pieces, each with its corrections, or with why it is gone. */
export async function feedOf(ctx: Context): Promise<Feed> {
  const pieces = await shownPieces(ctx, { before: null, most: feedItems });
  const wordings = await wordingsOf(
    ctx,
    pieces.map(({ id }) => id),
  );
  return {
    title: text.feedTitle(ctx.city.name),
    about: text.feedAbout,
    origin: ctx.site.origin,
    items: pieces.map((piece) => itemOf(ctx, piece, rowOf(piece, wordings))),
  };
}

function itemOf(
  { site, city }: Context,
  { no, title, words }: ShownPiece,
  { publishedAt, corrections, withdrawn }: ReturnType<typeof rowOf>,
): FeedItem {
  const dayIn = (at: string): string => dayOf(Date.parse(at), city.zone);
  const head = { no, link: `${site.origin}/c/#/media/${no}`, publishedAt };
  if (withdrawn) {
    const said = text.withdrawn(dayIn(withdrawn.at), withdrawn.reason);
    return { ...head, title: text.withdrawnTitle(no), words: said, changedAt: withdrawn.at };
  }
  const notes = corrections.map(({ at, reason }) => text.corrected(dayIn(at), reason));
  return {
    ...head,
    title: notes.length > 0 ? text.correctedTitle(title) : title,
    words: [...notes, words].join('\n'),
    changedAt: corrections.at(-1)?.at ?? publishedAt,
  };
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** What XML 1.0 keeps at all. */
const unkept = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escaped = (words: string): string =>
  words.replace(unkept, '').replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

const paragraphs = (words: string): string =>
  words
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');

const rssPath = '/api/public/media/rss.xml';
const jsonPath = '/api/public/media/feed.json';

/** RSS 2.0, with the advice of its board: `atom:link` to itself, a stable `guid`. */
export function rssOf({ title, about, origin, items }: Feed): string {
  const changed = items
    .map(({ changedAt }) => changedAt)
    .toSorted()
    .at(-1);
  const built = changed ? `<lastBuildDate>${rssDate(changed)}</lastBuildDate>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escaped(title)}</title>
<link>${escaped(`${origin}/c/#/media`)}</link>
<description>${escaped(about)}</description>
<language>zh-CN</language>
<atom:link href="${escaped(`${origin}${rssPath}`)}" rel="self" type="application/rss+xml"/>
${built}
${items.map((item) => rssItem(origin, item)).join('\n')}
</channel>
</rss>
`;
}

const rssItem = (origin: string, { no, title, words, link, publishedAt }: FeedItem): string =>
  `<item>
<title>${escaped(title)}</title>
<link>${escaped(link)}</link>
<guid isPermaLink="false">${escaped(`${origin}/media/${no}`)}</guid>
<pubDate>${rssDate(publishedAt)}</pubDate>
<description>${escaped(paragraphs(words))}</description>
</item>`;

/** RFC 822, as RSS wants it. */
const rssDate = (at: string): string => new Date(at).toUTCString().replace('GMT', '+0000');

/** JSON Feed 1.1. */
export const jsonFeedOf = ({ title, about, origin, items }: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: about,
    home_page_url: `${origin}/c/#/media`,
    feed_url: `${origin}${jsonPath}`,
    language: 'zh-CN',
    items: items.map(({ no, title: name, words, link, publishedAt, changedAt }) => ({
      id: `${origin}/media/${no}`,
      url: link,
      title: name,
      content_text: words,
      date_published: publishedAt,
      date_modified: changedAt,
    })),
  });
