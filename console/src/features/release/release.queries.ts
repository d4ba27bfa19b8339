import { type ReplyOf, release } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const topics = ['releases'];

export const releasesQuery = queryOptions({
  queryKey: ['releases', 'list'],
  meta: { topics },
  queryFn: ({ signal }) => call(release.listReleases, {}, { signal }),
});

export const releaseQuery = (releaseId: string) =>
  queryOptions({
    queryKey: ['releases', 'one', releaseId],
    meta: { topics },
    queryFn: ({ signal }) => call(release.readRelease, { releaseId }, { signal }),
  });

/** What is being checked stays on the screen until the person is done with it. */
export const nextTextQuery = (releaseId: string) =>
  queryOptions({
    queryKey: ['release-text', releaseId],
    queryFn: ({ signal }) => call(release.nextText, { releaseId }, { signal }),
  });

export type ReleaseRow = ReplyOf<typeof release.listReleases>['rows'][number];
export type Whole = ReplyOf<typeof release.readRelease>;
export type TextToCheck = NonNullable<ReplyOf<typeof release.nextText>['text']>;
export type Removal = TextToCheck['removals'][number];
