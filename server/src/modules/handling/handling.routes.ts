import { handling as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { arrive } from './arrive.ts';
import { checkAnswer } from './check-answer.ts';
import { contact } from './contact.ts';
import { dutyView } from './duty-view.ts';
import { askInfo, giveInfo } from './info.ts';
import { openLink, sendLink } from './links.ts';
import { markFixed } from './mark-fixed.ts';
import { approveReply, rejectReply } from './review.ts';
import { sign } from './sign.ts';
import { signOff } from './sign-off.ts';
import { submit } from './submit.ts';
import { writeStageReport } from './write-stage-report.ts';

export function handlingRoutes(app: App): void {
  mount(app, contract.dutyView, { may: 'handling.work', audit: 'duty read' }, dutyView);
  mount(app, contract.sign, { may: 'handling.work', audit: 'duty signed' }, sign);
  mount(app, contract.contact, { may: 'handling.work', audit: 'requester contacted' }, contact);
  mount(app, contract.arrive, { may: 'handling.work', audit: 'arrived on the scene' }, arrive);
  mount(app, contract.markFixed, { may: 'handling.work', audit: 'danger removed' }, markFixed);
  mount(app, contract.askInfo, { may: 'handling.work', audit: 'information asked for' }, askInfo);
  mount(
    app,
    contract.writeStageReport,
    { may: 'handling.work', audit: 'stage report written' },
    writeStageReport,
  );
  mount(app, contract.submit, { may: 'handling.work', audit: 'reply handed in' }, submit);
  mount(app, contract.sendLink, { may: 'handling.work', audit: 'one-time link sent' }, sendLink);
  mount(
    app,
    contract.openLink,
    { may: 'public', audit: 'one-time link opened', limit: 20 },
    openLink,
  );
  mount(app, contract.signOff, { may: 'handling.sign-off', audit: 'reply signed off' }, signOff);
  mount(
    app,
    contract.giveInfo,
    { may: ['intake.receive', 'dispatch.send'], audit: 'information given' },
    giveInfo,
  );
  mount(
    app,
    contract.approveReply,
    { may: 'review.decide', audit: 'reply approved' },
    approveReply,
  );
  mount(
    app,
    contract.checkAnswer,
    { may: 'review.decide', audit: 'public answer checked for persons' },
    checkAnswer,
  );
  mount(app, contract.rejectReply, { may: 'review.decide', audit: 'reply rejected' }, rejectReply);
}
