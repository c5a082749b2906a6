/** @import { Activity, AttachmentMiddleware, Json, JsonObject } from './types.mjs' */

/**
 * What was sent with a card.
 * @typedef {{ readonly values: JsonObject, readonly failed: boolean }} Answer
 */

/**
 * The last answer to each card, by its number in the conversation.
 * @param {readonly Activity[]} activities
 * @returns {ReadonlyMap<number, Answer>}
 */
export const answersIn = (activities) =>
  new Map(
    activities.flatMap(({ from, value, channelData }) => {
      if (from.role !== 'user' || !isObject(value) || typeof value.at !== 'number') return [];
      const failed = channelData?.['webchat:send-status'] === 'send failed';
      return [[value.at, { values: value, failed }]];
    }),
  );

/**
 * The number of the newest card of that name.
 * @param {readonly Activity[]} activities
 * @param {string} name
 * @returns {number | undefined}
 */
export const newestCard = (activities, name) =>
  activities
    .flatMap(({ attachments = [] }) => attachments)
    .map(({ content }) => buttonData(content) ?? {})
    .flatMap(({ card, at }) => (card === name && typeof at === 'number' ? [at] : []))
    .at(-1);

/**
 * An answered card keeps what was sent with it, also after a reload, and takes no second answer.
 * @param {ReadonlyMap<number, Answer>} answers
 * @returns {AttachmentMiddleware}
 */
export const showAnswered = (answers) => () => (next) => (card) => {
  const { content } = card.attachment;
  const at = content === undefined ? undefined : buttonData(content)?.at;
  const answer = typeof at === 'number' ? answers.get(at) : undefined;
  if (content === undefined || answer === undefined) return next(card);
  const element = next({
    ...card,
    attachment: { ...card.attachment, content: filledOnce(content, answer) },
  });
  if (!element || answer.failed) return element;
  return { ...element, props: { ...element.props, disabled: true } };
};

/** @type {WeakMap<JsonObject, { answer: Answer, filled: JsonObject }>} */
const made = new WeakMap();

/**
 * The same object for the same answer: another one would be drawn again.
 * @param {JsonObject} content
 * @param {Answer} answer
 */
const filledOnce = (content, answer) => {
  const known = made.get(content);
  const same =
    known?.answer.failed === answer.failed &&
    JSON.stringify(known.answer.values) === JSON.stringify(answer.values);
  if (known !== undefined && same) return known.filled;
  const filled = Object(fill(content, answer));
  made.set(content, { answer, filled });
  return filled;
};

/**
 * The card with the values that were sent in its boxes, and a tick on the button that was pressed.
 * @param {Json | undefined} part
 * @param {Answer} answer
 * @returns {Json | undefined}
 */
const fill = (part, answer) => {
  if (Array.isArray(part)) return part.map((one) => fill(one, answer) ?? null);
  if (!isObject(part)) return part;
  const { type, id, title, data } = part;
  if (type === 'Action.Submit' && !answer.failed && wasPressed(data, answer.values)) {
    return { ...part, title: `✓ ${title}` };
  }
  const within = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, fill(value, answer)]),
  );
  const sent = typeof id === 'string' ? answer.values[id] : undefined;
  return `${type}`.startsWith('Input.') && sent !== undefined ? { ...within, value: sent } : within;
};

/**
 * @param {Json | undefined} data
 * @param {JsonObject} values
 */
const wasPressed = (data, values) =>
  isObject(data) && Object.entries(data).every(([key, value]) => values[key] === value);

/**
 * What the first button of a card sends; every button names the card and its number.
 * @param {Json | undefined} part
 * @returns {JsonObject | undefined}
 */
const buttonData = (part) => {
  if (!isObject(part)) return undefined;
  if (part.type === 'Action.Submit' && isObject(part.data)) return part.data;
  for (const inner of Object.values(part)) {
    for (const one of Array.isArray(inner) ? inner : [inner]) {
      const found = buttonData(one);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

/**
 * @param {unknown} value
 * @returns {value is JsonObject}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
