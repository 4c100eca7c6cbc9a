import type { FaultButton } from './fault-card'

/** What each button of a fault's card does, in a sentence: a new one without a meaning does not compile. */
export const buttonMeanings: Readonly<Record<FaultButton['does'], string>> = {
  'go-on-anew': 'Sends the same again. Nothing exists of it yet, so this is a new request, and is charged.',
  'go-on-for-free': 'Asks the service again for the result that is paid for. Nothing new is sent.',
  place: 'Puts the image that exists into the document. Nothing is sent.',
  'place-apart': 'Puts the image that exists on the page, in the middle of the view. Nothing is sent.',
  'other-mask': 'Changes the setting “Mask” and sends a new request, which is charged.',
  'change-prompt': 'Leads to the prompt. Nothing is sent until Expand is pressed.',
  'open-settings': 'Leads to the key, the region and the rest. Nothing is sent.',
  'get-credits': 'Opens the service’s page in the browser.',
  'copy-details':
    'Puts what happened on the clipboard, for whoever helps: no key, no prompt, no names, no pixels.',
  back: 'Puts the card away. An image that is paid for stays remembered for its hour.'
}
