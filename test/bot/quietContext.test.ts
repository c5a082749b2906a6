import { type BotAdapter, TurnContext } from 'botbuilder';
import { ComponentDialog, Dialog, DialogSet, WaterfallDialog } from 'botbuilder-dialogs';
import { openMemory } from '../../dialogs/memory';
import { rootContext } from '../../dialogs/quietContext';

const aContext = (): TurnContext => {
  const adapter: Partial<BotAdapter> = {};
  const activity = { type: 'message', id: 'said' };
  // Nothing is sent: of the adapter nothing is needed.
  const context = new TurnContext(adapter as BotAdapter, activity);
  openMemory(context, '');
  return context;
};

test('dialogs find in every context of a turn what the SDK would have built for it', async () => {
  const found: unknown[] = [];
  const outer = new ComponentDialog('outer').addDialog(
    new WaterfallDialog('steps', [
      async (step) => {
        found.push(step.state.configuration, step.state.getValue('turn.activity.id'));
        return Dialog.EndOfTurn;
      },
    ]),
  );
  const context = aContext();
  const root = await rootContext(new DialogSet().add(outer), context);
  await root.beginDialog('outer');
  expect(found).toEqual([root.state.configuration, 'said']);
  expect(root.state.configuration.pathResolvers).toEqual([]);
});
