import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DistrictClient } from './client.ts';
import { followOnce, heed, workOpenDuties } from './district.ts';
import { listen } from './listen.ts';
import { keyOfSandbox } from './sandbox.ts';

// A district's own system at work: what is open first, then whatever the feed of changes brings. Without a key it makes
// itself one in the demo that `npm start` runs on this machine.

const usage =
  'usage: npm run -s example:district -- [--url URL] [--key KEY | --data FOLDER] [--most N] [--seconds N] [--listen PORT]';

function given() {
  const options = {
    url: { type: 'string', default: 'http://127.0.0.1:12345' },
    key: { type: 'string' },
    data: { type: 'string', default: '.data/zhangzhou' },
    most: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '30' },
    listen: { type: 'string' },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch {
    return end(usage);
  }
}

function end(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

const values = given();
const say = (line: string) => process.stdout.write(`${line}\n`);
const key =
  values.key ??
  (await keyOfSandbox(values.url, values.data).catch((error: Error) => end(error.message)));
const district = { client: new DistrictClient({ url: values.url, key }), say };

let { next } = await district.client.changes('now');
say('一、读取未办结任务,逐件办理');
say(`办理 ${await workOpenDuties(district, Number(values.most))} 件`);
const isPushed = values.listen !== undefined;
say(`二、${isPushed ? '接收推送' : '读取变化'} ${values.seconds} 秒(在派单台派一件给本单位试试)`);
if (isPushed) await hear(Number(values.listen));
else await follow();
say(`下次从这里继续:${next}`);

async function follow(): Promise<void> {
  for (let turn = 0; turn < Number(values.seconds) / 2; turn += 1) {
    next = await followOnce(district, next);
    await pause(2000);
  }
}

/** The server must be allowed to reach this machine: MINSHENG_HOOK_NETWORKS=127.0.0.0/8 npm start */
async function hear(port: number): Promise<void> {
  const listening = await listen(port, async (pushed) => {
    await heed(district, pushed.changes);
    next = pushed.next;
  });
  const made = await district.client.addHook(listening.url, ['dispatch.assigned', 'intake.urged']);
  listening.secret = made.secret;
  await pause(Number(values.seconds) * 1000);
  await district.client.endHook(made.hookId);
  listening.stop();
}
