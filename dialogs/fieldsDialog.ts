import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { withLookUp } from '../src/domain/lookUp';
import { openQuestion, type Question, type Stage } from '../src/domain/question';
import type { FoundMachine } from '../src/domain/registration';
import type { LookedUp } from '../src/services/machines';
import { ask } from './ask';
import { conversationOf } from './conversationKey';
import { memoryOf, remember } from './memory';
import type { Services } from './services';
import { tell } from './tell';

export interface FieldsOptions {
  readonly stage: Stage;
}

/**
 * Asks what a step still needs until it needs nothing more. An answer is kept before it comes here (`keep`), be it one
 * fact or seven and be it asked or not: this dialog only asks the domain what is open and puts the question.
 */
export class FieldsDialog extends Dialog<FieldsOptions> {
  readonly #services: Services;

  constructor(services: Services) {
    super('fields');
    this.#services = services;
  }

  override async beginDialog(
    dc: DialogContext,
    options?: FieldsOptions,
  ): Promise<DialogTurnResult> {
    const stage = options?.stage ?? 'details';
    Object.assign(dc.activeDialog?.state ?? {}, { stage });
    return this.#askNext(dc, stage);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#askNext(dc, stageOf(dc.activeDialog));
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#askNext(dc, stageOf(dc.activeDialog));
  }

  async #askNext(dc: DialogContext, stage: Stage): Promise<DialogTurnResult> {
    const question = await this.#open(dc.context, stage);
    if (question === undefined) return dc.endDialog();
    await ask(dc.context, question, this.#services);
    return Dialog.EndOfTurn;
  }

  /** The question of this step, once the machine was looked up where that was open. */
  async #open(context: TurnContext, stage: Stage): Promise<Question | undefined> {
    const { registration, cards, locale } = memoryOf(context);
    if (registration === undefined) return undefined;
    const open = openQuestion(registration, this.#services.terms[locale].version);
    if (open === undefined || (open.stage !== 'here' && open.stage !== stage)) return undefined;
    if (open.question.kind !== 'lookUp') return open.question;
    const { serial } = open.question;
    const looked = await this.#services.machines.lookUp({
      serial,
      conversation: conversationOf(context.activity),
    });
    const { registration: next, events } = withLookUp(registration, {
      serial,
      looked: found(looked),
      nextCard: cards + 1,
    });
    remember(context, { registration: next });
    tell(context, events);
    return this.#open(context, stage);
  }
}

/** Of a machine only what a person may see goes into a conversation. */
const found = (looked: LookedUp) => {
  if (looked.kind !== 'found' && looked.kind !== 'alike') return looked;
  const { _id: serial, model, partner } = looked.machine;
  const machine: FoundMachine = { serial, model, partner: partner !== undefined };
  return { kind: looked.kind, machine };
};

const stageOf = (instance: DialogInstance | undefined): Stage => instance?.state.stage ?? 'details';
