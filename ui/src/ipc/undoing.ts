// What was just done can be taken back from the message that tells it, wherever the person has gone meanwhile. Whatever else is done
// since takes the offer away; what fails is told above the screen that is there.
import { toasts } from '../kit/toasts.svelte';
import { t } from '../words';
import { call } from './call';

/** Tells what was done, and offers to take it back. */
export function done(told: string): void {
  toasts.say(told, { action: { label: t('kit-undo'), run: () => void call('undo', {}) } });
}
