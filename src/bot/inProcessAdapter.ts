import type {
  Activity,
  ConversationReference,
  InvokeResponse,
  ResourceResponse,
  TurnContext,
} from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import { AssistantAdapter, type Logic } from './adapter';

/** Service URL of conversations that live in this process: a name that never resolves, so that nothing is ever dialled. */
export const inProcessServiceUrl = 'https://webchat.invalid/';

/** Takes what the bot says in a conversation of this process. */
export interface Outlet {
  /** `answered` is the id of the activity whose turn this is. Resolves to an id for each activity, empty for one that is not kept. */
  send(
    conversation: string,
    activities: readonly Partial<Activity>[],
    answered: string | undefined,
  ): Promise<readonly string[]>;
  /** Puts what is named of an activity in the place of what it said before; what is not named stays. */
  update(conversation: string, activity: Partial<Activity>, answered?: string): Promise<void>;
  remove(conversation: string, activityId: string): Promise<void>;
}

/**
 * The adapter without a network: the same turns, but the caller is ourselves and replies go to an outlet. Only this
 * adapter knows the outlet, so a request from outside that names our service URL reaches nobody.
 */
export class InProcessAdapter extends AssistantAdapter {
  readonly #appId: string;
  readonly #outlet: Outlet;

  constructor(authentication: BotFrameworkAuthentication, appId: string, outlet: Outlet) {
    super(authentication);
    this.#appId = appId;
    this.#outlet = outlet;
  }

  receiveInProcess(activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity(this.#appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    return this.processActivity(
      { audience: '', claimsIdentity, connectorFactory },
      activity,
      logic,
    );
  }

  override async sendActivities(
    { activity }: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const ids = await this.#outlet.send(activity.conversation.id, activities, activity.id);
    return ids.map((id) => ({ id }));
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    const { conversation, id } = context.activity;
    await this.#outlet.update(conversation.id, activity, id);
    return { id: activity.id ?? '' };
  }

  override async deleteActivity(
    context: TurnContext,
    { activityId }: Partial<ConversationReference>,
  ): Promise<void> {
    if (activityId === undefined) return;
    await this.#outlet.remove(context.activity.conversation.id, activityId);
  }
}
