import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { type Feed, jsonFeedOf, rssOf } from './feeds.ts';

const feed: Feed = {
  title: '民生报道 <试>',
  about: '经三审发布 & 公开更正',
  origin: 'https://12345.example',
  items: [
    {
      no: 2,
      title: '【更正】路口的灯"亮"了 & 井盖]]>',
      words: '更正(2026-03-02):单位写错\n正文 <b>不是标签</b>\u0001',
      link: 'https://12345.example/c/#/media/2',
      publishedAt: '2026-03-02T01:00:00.000Z',
      changedAt: '2026-03-03T01:00:00.000Z',
    },
  ],
};

/** What a reader of the XML sees: the path of each element, and its text. */
function elementsOf(xml: string): Map<string, string> {
  const seen = new Map<string, string>();
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    path.push(name);
    seen.set(path.join('/'), '');
  });
  parser.on('text', (text) => {
    const at = path.join('/');
    seen.set(at, `${seen.get(at) ?? ''}${text}`);
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(xml).close();
  return seen;
}

test('the RSS is well formed, has what RSS 2.0 demands, and carries any words as words', () => {
  const seen = elementsOf(rssOf(feed));
  for (const needed of ['title', 'link', 'description', 'lastBuildDate', 'atom:link'])
    expect(seen.has(`rss/channel/${needed}`), needed).toBe(true);
  const item = (name: string) => seen.get(`rss/channel/item/${name}`);
  expect(item('title')).toBe('【更正】路口的灯"亮"了 & 井盖]]>');
  expect(item('description')).toBe(
    '<p>更正(2026-03-02):单位写错</p><p>正文 &lt;b&gt;不是标签&lt;/b&gt;</p>',
  );
  expect(item('pubDate')).toBe('Mon, 02 Mar 2026 01:00:00 +0000');
  expect(item('guid')).toBe('https://12345.example/media/2');
  expect(() => elementsOf('<rss><channel></rss>')).toThrow();
});

test('a feed without pieces says no day it was built on', () => {
  const seen = elementsOf(rssOf({ ...feed, items: [] }));
  expect(seen.has('rss/channel/lastBuildDate')).toBe(false);
});

test('the JSON has what JSON Feed 1.1 demands', () => {
  expect(JSON.parse(jsonFeedOf(feed))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    feed_url: 'https://12345.example/api/public/media/feed.json',
    items: [
      {
        id: 'https://12345.example/media/2',
        content_text: feed.items[0]?.words,
        date_published: '2026-03-02T01:00:00.000Z',
        date_modified: '2026-03-03T01:00:00.000Z',
      },
    ],
  });
});
