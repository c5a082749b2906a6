// Colours are names that chat.css fills, one set for light and one for dark.

const font = 'var(--chat-font)';
const text = 'var(--chat-text)';
const quiet = 'var(--chat-quiet)';
const accent = 'var(--chat-accent)';
const sheet = 'var(--chat-sheet)';
const edge = 'var(--chat-edge)';
const raised = 'var(--chat-raised)';
const danger = 'var(--chat-danger)';
const good = 'var(--chat-good)';
const caution = 'var(--chat-caution)';

export const look = {
  accent,
  subtle: quiet,
  primaryFont: font,
  backgroundColor: 'transparent',
  paddingRegular: 12,

  bubbleBackground: sheet,
  bubbleTextColor: text,
  bubbleBorderColor: edge,
  bubbleBorderRadius: 10,
  bubbleMinWidth: 0,
  bubbleMaxWidth: 560,
  bubbleFromUserBackground: 'var(--chat-own)',
  bubbleFromUserTextColor: text,
  bubbleFromUserBorderColor: 'var(--chat-own)',
  bubbleFromUserBorderRadius: 10,

  hideUploadButton: true,
  adaptiveCardsParserMaxVersion: '1.5',
  // A card taller than the window stops with its top in view.
  autoScrollSnapOnPage: true,
  sendBoxBackground: sheet,
  sendBoxTextColor: text,
  sendBoxPlaceholderColor: quiet,
  sendBoxBorderTop: `solid 1px ${edge}`,
  sendBoxHeight: 52,
  sendBoxTextWrap: true,
  sendBoxButtonColor: accent,
  sendBoxButtonColorOnDisabled: quiet,
  sendBoxButtonShadeColorOnHover: raised,
  sendBoxButtonShadeColorOnActive: raised,
  sendBoxButtonShadeColorOnDisabled: 'transparent',
  sendBoxButtonShadeBorderRadius: 8,
  sendBoxButtonShadeInset: 4,
  sendBoxButtonKeyboardFocusIndicatorBorderColor: accent,
  sendBoxButtonKeyboardFocusIndicatorBorderRadius: 8,
  sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,

  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: sheet,
  suggestedActionBackgroundColorOnHover: raised,
  suggestedActionBackgroundColorOnActive: raised,
  suggestedActionBorderColor: accent,
  suggestedActionBorderRadius: 8,
  suggestedActionBorderWidth: 1,
  suggestedActionTextColor: accent,
  suggestedActionKeyboardFocusIndicatorBorderColor: accent,
  suggestedActionsVisualKeyboardIndicatorColor: accent,

  timestampColor: quiet,
  notificationText: quiet,
  failedConnectivity: danger,
  slowConnectivity: caution,
  toastErrorBackgroundColor: raised,
  toastErrorColor: danger,
  toastInfoBackgroundColor: raised,
  toastInfoColor: text,
  toastSuccessBackgroundColor: raised,
  toastSuccessColor: good,
  toastWarnBackgroundColor: raised,
  toastWarnColor: caution,
  toastSeparatorColor: edge,
  transcriptActivityVisualKeyboardIndicatorColor: accent,
  transcriptActivityVisualKeyboardIndicatorStyle: 'solid',
  transcriptActivityVisualKeyboardIndicatorWidth: 2,
  transcriptVisualKeyboardIndicatorColor: accent,
  transcriptOverlayButtonBackground: 'var(--chat-button)',
  transcriptOverlayButtonBackgroundOnFocus: 'var(--chat-button-hover)',
  transcriptOverlayButtonBackgroundOnHover: 'var(--chat-button-hover)',
  transcriptOverlayButtonColor: 'var(--chat-button-text)',
  transcriptTerminatorBackgroundColor: 'var(--chat-button)',
  transcriptTerminatorColor: 'var(--chat-button-text)',
};

/** Where what is posted is posted again until it arrives: it has failed only when Web Chat itself gives it up. */
export const patientLook = { ...look, sendTimeout: 300_000 };

const colours = Object.fromEntries(
  Object.entries({
    default: text,
    dark: text,
    light: text,
    accent,
    good,
    warning: caution,
    attention: danger,
  }).map(([name, colour]) => [
    name,
    { default: colour, subtle: name === 'default' ? quiet : colour },
  ]),
);

/** @param {string} backgroundColor */
const container = (backgroundColor) => ({ backgroundColor, foregroundColors: colours });

export const cardLook = {
  supportsInteractivity: true,
  fontFamily: font,
  fontSizes: { small: 14, default: 16, medium: 17, large: 19, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 20, default: 23, medium: 24, large: 26, extraLarge: 28 },
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: edge },
  containerStyles: {
    default: container('transparent'),
    emphasis: container(raised),
    accent: container(raised),
    good: container(raised),
    attention: container(raised),
    warning: container(raised),
  },
  actions: {
    allowTitleToWrap: true,
    actionsOrientation: 'vertical',
    actionAlignment: 'stretch',
    buttonSpacing: 8,
    maxActions: 20,
    spacing: 'large',
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
  },
  adaptiveCard: { allowCustomStyle: false },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder', spacing: 'small' },
  },
  textBlock: { headingLevel: 3 },
};
