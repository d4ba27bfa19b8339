import { release as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { askRelease } from './ask-release.ts';
import { checkText } from './check-text.ts';
import { listReleases, nextText, readRelease } from './read-releases.ts';
import { releaseFileRoute } from './release-file.ts';
import { withdrawRelease } from './withdraw-release.ts';

export function releaseRoutes(app: App): void {
  const read = 'release.read';
  mount(app, contract.askRelease, { may: 'release.ask', audit: 'release asked' }, askRelease);
  mount(app, contract.listReleases, { may: read, audit: 'releases listed' }, listReleases);
  mount(app, contract.readRelease, { may: read, audit: 'release read' }, readRelease);
  mount(app, contract.nextText, { may: 'release.check', audit: 'release text read' }, nextText);
  mount(
    app,
    contract.checkText,
    { may: 'release.check', audit: 'release text checked' },
    checkText,
  );
  mount(
    app,
    contract.withdrawRelease,
    { may: 'release.ask', audit: 'release withdrawn' },
    withdrawRelease,
  );
  releaseFileRoute(app);
}
