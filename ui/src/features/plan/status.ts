// How the status of an action is drawn: an icon beside its word.
import Ban from '@lucide/svelte/icons/ban';
import Circle from '@lucide/svelte/icons/circle';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import CircleX from '@lucide/svelte/icons/circle-x';

export const STATUS_ICONS = { planned: Circle, in_progress: CircleDot, done: CircleCheck, dropped: CircleX, refused: Ban } as const;
export const STATUS_TONES = { planned: 'plain', in_progress: 'info', done: 'good', dropped: 'plain', refused: 'plain' } as const;
