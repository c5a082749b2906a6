import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Button } from '../../cards/buttons';
import type { Conversation } from '../../src/domain/conversation';
import { aBotStage } from '../support/bot';
import { type Step, shown } from '../torture/registration';
import { moments } from './moments';

/**
 * `npx tsx test/upgrade/save.ts` writes down conversations as the code at hand leaves them, under the name of its commit:
 * run at a release, so that the releases after it are tried with what that one stored.
 */
const save = async (): Promise<void> => {
  const madeBy = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { encoding: 'utf8' });
  const conversations: Saved[] = [];
  for (const [moment, { before }] of Object.entries(moments)) {
    conversations.push({ moment, document: await documentAfter(before) });
  }
  const file = join(__dirname, `${madeBy.trim()}.json`);
  writeFileSync(file, `${JSON.stringify({ conversations }, undefined, 2)}\n`);
};

interface Saved {
  readonly moment: string;
  readonly document: Conversation;
}

const documentAfter = async (steps: readonly Step[]): Promise<Conversation> => {
  const { store, process } = await aBotStage();
  const { say } = process();
  let offered: readonly Button[] = [];
  for (const [index, step] of steps.entries()) {
    const activities = await say({ id: `activity-${index}`, ...step(offered) });
    offered = [...offered, ...shown({ activities }).offered];
  }
  const [document] = await store.conversations.find({});
  await store.close();
  if (document === undefined) throw new Error('nothing was kept');
  // The last answer is enough to have it delivered again; all of them would be five cards.
  return { ...document, replies: document.replies.slice(-1) };
};

void save();
