// What the Bot Framework's multi-turn-prompt sample does, asking our questions: a waterfall of prompts, a profile in UserState,
// MemoryStorage, the sample's way of wiring adapter and server. Plain JavaScript, as the sample is.
const restify = require('restify');
const {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  UserState,
  ActivityHandler,
} = require('botbuilder');
const {
  ChoicePrompt,
  ComponentDialog,
  ConfirmPrompt,
  DialogSet,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
} = require('botbuilder-dialogs');

const questions = [
  ['givenName', 'What is your first name?'],
  ['familyName', 'What is your last name?'],
  ['street', 'What is your number and street?'],
  ['city', 'Which city?'],
  ['region', 'Which province or state?'],
  ['postalCode', 'What is your postal code?'],
  ['country', 'Which country?'],
  ['email', 'What is your e-mail address?'],
  ['phone', 'What is your phone number?'],
];

class ProfileDialog extends ComponentDialog {
  constructor(userState) {
    super('profileDialog');
    this.profile = userState.createProperty('PROFILE');
    this.addDialog(
      new TextPrompt(
        'text',
        async ({ recognized }) => recognized.succeeded && recognized.value.length < 200,
      ),
    );
    this.addDialog(new ConfirmPrompt('confirm'));
    this.addDialog(new ChoicePrompt('choice'));
    this.addDialog(
      new WaterfallDialog('waterfall', [
        (step) => step.prompt('text', questions[0][1]),
        ...questions.slice(1).map(([, question], at) => (step) => {
          step.values[questions[at][0]] = step.result;
          return step.prompt('text', question);
        }),
        (step) => {
          step.values.phone = step.result;
          return step.prompt('confirm', 'Do you accept the terms?');
        },
        (step) => {
          step.values.termsAccepted = step.result;
          return step.prompt('text', 'What is the serial number of your machine?');
        },
        (step) => {
          step.values.serial = step.result;
          return step.prompt('confirm', 'Would you like to be the meter-reading contact?');
        },
        async (step) => {
          step.values.meterContact = step.result;
          const profile = await this.profile.get(step.context, {});
          Object.assign(profile, step.values);
          await step.context.sendActivity(`I have ${Object.values(profile).join(', ')}.`);
          return step.prompt('confirm', 'Is this okay?');
        },
        async (step) => {
          await step.context.sendActivity(
            step.result ? 'Your profile is saved.' : 'It is not kept.',
          );
          return step.endDialog();
        },
      ]),
    );
    this.initialDialogId = 'waterfall';
  }

  async run(context, accessor) {
    const dialogs = new DialogSet(accessor);
    dialogs.add(this);
    const dc = await dialogs.createContext(context);
    const { status } = await dc.continueDialog();
    if (status === DialogTurnStatus.empty) await dc.beginDialog(this.id);
  }
}

class DialogBot extends ActivityHandler {
  constructor(conversationState, userState, dialog) {
    super();
    this.conversationState = conversationState;
    this.userState = userState;
    const dialogState = conversationState.createProperty('DialogState');
    this.onMessage(async (context, next) => {
      await dialog.run(context, dialogState);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await this.conversationState.saveChanges(context, false);
    await this.userState.saveChanges(context, false);
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const storage = new MemoryStorage();
const conversationState = new ConversationState(storage);
const userState = new UserState(storage);
const bot = new DialogBot(conversationState, userState, new ProfileDialog(userState));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
require('./report.cjs').serve(server);
