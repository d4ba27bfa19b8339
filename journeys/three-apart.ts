import { signIn as contract, identity, type RequestOf } from '@minsheng/contract';
import { auditText } from '../console/src/features/audit/text.ts';
import { rightsText } from '../console/src/features/identity/rights-text.ts';
import { accountActsText, accountsText } from '../console/src/features/identity/text.ts';
import { inventedPerson } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon } from './kit/soon.ts';

type Rules = RequestOf<typeof contract.changeRules>;

const open: Rules = { factorRoles: [], confirmsGrants: false, idleMinutes: 1440, sessionHours: 12 };
const clerk = inventedPerson('a clerk whose rights are confirmed');

/** 三员分立: granted by one, confirmed by another, read by a third. */
export const threeApart: Journey = {
  name: 'three-apart',
  title: 'rights granted, confirmed and audited by three people',
  go: async (desk) => {
    const guard = await signIn(desk.server, 'security');
    const choose = (rules: Rules) => guard.call(contract.changeRules, rules);
    await choose({ ...open, confirmsGrants: true });
    try {
      const accountId = await granted(desk);
      await confirmed(desk, accountId);
      await audited(desk);
    } finally {
      await choose(open);
    }
  },
};

async function granted({ server, checks, windowOf }: Desk): Promise<string> {
  const admin = await signIn(server, 'admin');
  const { accountId, rightsWait } = await admin.call(identity.createAccount, {
    ...{ login: 'xin-banshi', name: clerk.name, unit: '350600.zjj', roles: ['handler'] },
    ...{ narrowedTo: null, outsourced: false, phone: null },
  });
  checks.that('what the administrator grants waits', rightsWait);
  const { page, look, close } = await windowOf('admin');
  await page.goto(`/accounts?waits=true&open=${accountId}`);
  await page.getByText(rightsText.forAdmin).waitFor();
  await look('rights-wait');
  await close();
  return accountId;
}

async function confirmed({ checks, windowOf }: Desk, accountId: string): Promise<void> {
  const { page, look, close } = await windowOf('security');
  await page.goto(`/accounts?waits=true&open=${accountId}`);
  await page.getByRole('button', { name: rightsText.confirm }).click();
  await page.getByText(rightsText.confirmAsk).waitFor();
  await look('rights-confirm');
  await page.getByRole('button', { name: accountActsText.confirm }).click();
  await soon(
    checks,
    'confirmed, nothing waits any more',
    () => page.getByText(accountsText.none).count(),
    1,
  );
  await close();
}

async function audited({ checks, windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('auditor');
  await page.goto('/audit?object=xin-banshi');
  const lines = page.getByRole('list', { name: auditText.listLabel });
  await lines.getByText('复核同意授权').waitFor();
  checks.that('the auditor reads who confirmed it', true);
  await look('audit-object');
  await page.goto('/audit');
  await lines.waitFor();
  await look('audit');
  await close();
}
